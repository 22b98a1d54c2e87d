/** The vectors as a flat picture. Every name is a button; the picked word is joined to its three nearest by their true cosine. */
'use client';
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatFixed } from '@/lib/format-number';
import type { params, Result } from './core';
import { type Group, groupOf, type Word } from './corpus';
import { fitToMap, placeLabels } from './labels';
import type { MapStrings } from './strings';

type Props = {
  readonly result: Result;
  readonly picked: Word;
  readonly t: MapStrings;
  readonly onPick: (word: (typeof params.picked.options)[number]) => void;
};

const NEAREST = 3;
const tones: Readonly<Record<Group, string>> = {
  animal: 'text-data-3',
  fruit: 'text-data-2',
  company: 'text-data-1',
  warmth: 'text-data-4',
  new: 'text-ink',
};
const shapes: Readonly<Record<Group, string>> = { animal: '●', fruit: '■', company: '▲', warmth: '◆', new: '★' };

export function WordMap({ result, picked, t, onPick }: Props) {
  const hydrated = useHydrated();
  const { points, kept, neighbours } = result;
  const places = fitToMap(points);
  const labels = placeLabels(points.map(({ word }, i) => ({ item: word, ...(places[i] ?? { x: 0.5, y: 0.5 }) })));
  const own = labels.find(({ item }) => item === picked);
  const near = neighbours[picked].slice(0, NEAREST).filter(({ cosine }) => cosine > 0.05);
  return (
    <figure>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">{t.mapTitle}</span>
        <span className="text-soft tabular-nums">{t.kept(kept)}</span>
      </figcaption>
      <div className="relative mt-2 h-96 border border-line bg-raised">
        <svg
          role="img"
          aria-label={`${t.mapTitle}: ${t.nearTo(t.words[picked])} ${near.map(({ word, cosine }) => `${t.words[word]} ${formatFixed(cosine, 2)}`).join(', ')}`}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full"
        >
          {hydrated &&
            own &&
            near.map(({ word, cosine }) => {
              const end = labels.find(({ item }) => item === word);
              return (
                end && (
                  <line
                    key={word}
                    x1={pixel(own.x * 100)}
                    y1={pixel(own.y * 100)}
                    x2={pixel(end.x * 100)}
                    y2={pixel(end.y * 100)}
                    className="stroke-accent"
                    strokeWidth={pixel(0.5 + 3 * cosine)}
                    opacity={0.6}
                    vectorEffect="non-scaling-stroke"
                  />
                )
              );
            })}
          {hydrated &&
            labels.map(({ item, x, y, labelY }) => (
              <line
                key={item}
                x1={pixel(x * 100)}
                y1={pixel(y * 100)}
                x2={pixel(x * 100 + 3)}
                y2={pixel(labelY * 100)}
                className="stroke-line"
                vectorEffect="non-scaling-stroke"
              />
            ))}
        </svg>
        {hydrated &&
          labels.map(({ item, x, y, labelY }) => (
            <div key={item}>
              <span
                aria-hidden="true"
                className={`absolute -translate-x-1/2 -translate-y-1/2 text-xs leading-none ${tones[groupOf[item]]}`}
                style={{ left: percentage(x), top: percentage(y) }}
              >
                {shapes[groupOf[item]]}
              </span>
              <button
                type="button"
                aria-pressed={item === picked}
                onClick={() => onPick(item)}
                className={`absolute min-h-6 -translate-y-1/2 rounded-sm px-1 text-sm leading-6 whitespace-nowrap ${item === picked ? 'bg-ink text-paper' : `bg-raised/80 ${tones[groupOf[item]]}`} ${item === 'zib' ? 'font-semibold' : ''}`}
                style={{ left: `calc(${percentage(x)} + 0.6rem)`, top: percentage(labelY) }}
              >
                {t.words[item]}
              </button>
            </div>
          ))}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-soft">
        {(Object.keys(shapes) as Group[]).map((group) => (
          <span key={group}>
            <span aria-hidden="true" className={tones[group]}>
              {shapes[group]}
            </span>{' '}
            {t.groups[group]}
          </span>
        ))}
      </p>
    </figure>
  );
}
