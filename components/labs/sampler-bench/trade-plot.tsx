/** Quality against variety, a point a sampler. The line is temperature alone, from greedy over cold to hot. */
'use client';
import { percentage, pixel } from '@/components/ui/plot/round';
import { formatPercent } from '@/lib/format-number';
import type { ReferenceId } from './bench';
import { GOAL, type Result } from './core';
import type { Scores } from './scores';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result };

const MOST_WORDS = 275;
const x = (words: number) => Math.min(1, words / MOST_WORDS);
const line: readonly ReferenceId[] = ['greedy', 'cold', 'cool', 'plain', 'hot'];
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const WORD_TICKS = [0, 50, 100, 150, 200, 250];

/** Where a label stands by its point, so that neighbours do not overlap. */
const sides: Readonly<Record<ReferenceId, string>> = {
  greedy: 'bottom-1 left-2',
  cold: 'bottom-1 right-1',
  cool: 'bottom-1.5 right-1',
  plain: 'top-2 left-1',
  hot: 'top-1 right-1',
  'top-k': 'top-0 right-2',
  'top-p': 'top-1.5 left-2',
  'min-p': 'bottom-1 left-1',
  contrastive: 'top-4 right-0',
};

export function TradePlot({ t, result }: Props) {
  const { batch, current } = result;
  const references = batch?.references ?? {};
  const path = line.flatMap((id) => {
    const scores = references[id];
    return scores ? [`${pixel(100 * x(scores.words))},${pixel(100 * (1 - scores.fresh))}`] : [];
  });
  const at = ({ words, fresh }: Scores) => ({ left: percentage(x(words)), top: percentage(1 - fresh) });
  return (
    <figure className="m-0 grid min-w-0 content-start gap-2">
      <figcaption>
        <strong className="font-semibold">{t.tradeTitle}</strong>
        <p className="text-soft text-sm">{t.tradeNote}</p>
      </figcaption>
      <p className="text-soft text-xs">↑ {t.yAxis}</p>
      <div className="ml-10 mr-2" role="img" aria-label={t.tradeText(result)}>
        <div className="relative h-80 border-strong border-b border-l text-xs tabular-nums">
          {TICKS.map((tick) => (
            <span
              key={tick}
              className="absolute right-full -translate-y-1/2 pr-1.5 text-soft"
              style={{ top: percentage(1 - tick) }}
            >
              {formatPercent(tick)}
            </span>
          ))}
          <span
            className="absolute border-2 border-good border-dashed bg-good-wash"
            style={{ left: percentage(x(GOAL.words)), right: 0, top: 0, bottom: percentage(GOAL.fresh) }}
          >
            <span className="absolute top-0.5 right-1 text-good">{t.target}</span>
          </span>
          {batch && (
            <>
              <svg
                aria-hidden="true"
                viewBox="0 0 100 100"
                preserveAspectRatio="none"
                className="absolute inset-0 h-full w-full overflow-visible"
              >
                <polyline
                  points={path.join(' ')}
                  fill="none"
                  className="stroke-data-6"
                  strokeWidth={1.5}
                  strokeDasharray="4 3"
                  vectorEffect="non-scaling-stroke"
                />
              </svg>
              {(Object.entries(references) as [ReferenceId, Scores][]).map(([id, scores]) => (
                <span key={id} className="absolute" style={at(scores)}>
                  <span
                    className={`absolute size-2.5 -translate-x-1/2 -translate-y-1/2 ${
                      line.includes(id) ? 'rounded-full border-2 border-data-6 bg-paper' : 'bg-data-2'
                    }`}
                  />
                  <span
                    className={`absolute whitespace-nowrap leading-none ${sides[id]} ${line.includes(id) ? 'text-soft' : ''}`}
                  >
                    {t.reference[id]}
                  </span>
                </span>
              ))}
              <span className={`absolute ${current ? '' : 'opacity-50'}`} style={at(batch.scores)}>
                <span className="absolute size-4 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-paper bg-accent" />
                <span
                  className={`absolute whitespace-nowrap font-semibold text-accent leading-none -translate-y-1/2 ${x(batch.scores.words) > 0.86 ? 'right-2.5' : 'left-2.5'}`}
                >
                  {t.yours}
                </span>
              </span>
            </>
          )}
        </div>
        <div className="relative h-5 text-soft text-xs tabular-nums">
          {WORD_TICKS.map((tick) => (
            <span key={tick} className="absolute top-0.5 -translate-x-1/2" style={{ left: percentage(x(tick)) }}>
              {tick}
            </span>
          ))}
        </div>
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 text-soft text-xs">
        <span>
          <span aria-hidden="true">○┄ </span>
          {t.temperatureLine}
        </span>
        <span>{t.xAxis} →</span>
      </p>
    </figure>
  );
}
