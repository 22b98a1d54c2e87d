/** The picked word: its nearest by cosine in all dimensions, and the sentences that put it there. */
import { percentage } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import { type Result, WIDTH } from './core';
import type { Word } from './corpus';
import type { MapStrings } from './strings';

type Props = { readonly result: Result; readonly picked: Word; readonly t: MapStrings };

const SHOWN = 5;

export function Neighbours({ result, picked, t }: Props) {
  const { neighbours, sentences, shared } = result;
  return (
    <div className="min-w-0">
      <p className="text-sm font-semibold">{t.nearTo(t.words[picked])}</p>
      <ol className="list-none p-0 [&>li]:m-0 mt-1 grid gap-1 text-sm">
        {neighbours[picked].slice(0, SHOWN).map(({ word, cosine }) => (
          <li key={word} className="grid grid-cols-[5.5rem_1fr_2.75rem] items-center gap-2">
            <span className={word === 'zib' ? 'font-semibold' : ''}>{t.words[word]}</span>
            <span className="h-2.5 bg-sunken">
              <span className="block h-full bg-accent" style={{ width: percentage(Math.max(0, cosine)) }} />
            </span>
            <span className="text-right tabular-nums">{formatFixed(cosine, 2)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-soft">{t.oneHot(WIDTH)}</p>
      <p className="mt-3 text-sm font-semibold">{t.sentencesOf(t.words[picked])}</p>
      {sentences.length === 0 ? (
        <p className="text-sm text-soft">{t.noSentences}</p>
      ) : (
        <ul className="list-none p-0 [&>li]:m-0 mt-1 text-sm">
          {sentences.map((id) => {
            const both = picked !== 'zib' && shared.includes(id);
            return (
              <li key={id} className={both ? 'font-semibold' : 'text-soft'}>
                {t.frames[id].replace('_', t.words[picked])}
                {both && ` ★ ${t.words.zib}`}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
