/** Speed-up over γ for every draft by the formula, and the counted one as a dot. */
import { percentage, pixel } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import { GOAL, MOST_DRAFTS, type Result } from './core';
import type { DraftId } from './drafts';
import { draftName, type ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result; readonly draft: DraftId };

export const tones: Readonly<Record<DraftId, { readonly stroke: string; readonly text: string }>> = {
  student: { stroke: 'stroke-data-4', text: 'text-data-4' },
  bigram: { stroke: 'stroke-data-3', text: 'text-data-3' },
  trigram: { stroke: 'stroke-data-1', text: 'text-data-1' },
  int4: { stroke: 'stroke-data-2', text: 'text-data-2' },
};

const TICKS = [0, 2, 4, 6, 8, 10, 12];

export function SpeedPlot({ t, result, draft }: Props) {
  const { offers, measured, current } = result;
  const values = offers.flatMap(({ curve }) => curve ?? []);
  const top = Math.ceil(2 * Math.max(2.4, ...values)) / 2;
  const y = (value: number) => 1 - Math.min(value, top) / top;
  const x = (gamma: number) => gamma / MOST_DRAFTS;
  const marks = Array.from({ length: Math.floor(top) + 1 }, (_, i) => i);
  return (
    <figure className="m-0 min-w-0">
      <figcaption>
        <strong className="font-semibold">{t.speedTitle}</strong>
        <p className="text-soft text-sm">{t.speedNote}</p>
      </figcaption>
      <div className="mt-3 mr-24 ml-6" role="img" aria-label={t.speedText(result)}>
        <div className="relative h-64 border-strong border-b border-l text-xs tabular-nums">
          {marks.map((tick) => (
            <span
              key={tick}
              className="absolute right-full -translate-y-1/2 pr-1.5 text-soft"
              style={{ top: percentage(y(tick)) }}
            >
              {tick}
            </span>
          ))}
          <Level at={y(1)} tone="border-strong" text={t.noDraft} under />
          <Level at={y(GOAL.speedup)} tone="border-good text-good" text={t.goal(`× ${GOAL.speedup}`)} />
          <svg
            aria-hidden="true"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 h-full w-full overflow-visible"
          >
            {offers.map(
              ({ id, curve }) =>
                curve && (
                  <polyline
                    key={id}
                    points={curve.map((value, g) => `${pixel(100 * x(g))},${pixel(100 * y(value))}`).join(' ')}
                    fill="none"
                    className={tones[id].stroke}
                    strokeWidth={id === draft ? 3 : 1.5}
                    vectorEffect="non-scaling-stroke"
                  />
                ),
            )}
          </svg>
          {offers.map(
            ({ id, curve }) =>
              curve && (
                <span
                  key={id}
                  className={`absolute left-full -translate-y-1/2 whitespace-nowrap pl-1.5 ${tones[id].text} ${id === draft ? 'font-semibold' : ''}`}
                  style={{ top: percentage(y(curve[MOST_DRAFTS] ?? 0)) }}
                >
                  {draftName(t, id)}
                </span>
              ),
          )}
          {measured && (
            <span
              className={`absolute size-4 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-paper bg-accent ${current ? '' : 'opacity-50'}`}
              style={{ left: percentage(x(measured.gamma)), top: percentage(y(measured.speedup)) }}
            />
          )}
        </div>
        <div className="relative h-5 text-soft text-xs tabular-nums">
          {TICKS.map((tick) => (
            <span key={tick} className="absolute top-0.5 -translate-x-1/2" style={{ left: percentage(x(tick)) }}>
              {tick}
            </span>
          ))}
          <span className="absolute top-0.5 left-full pl-3">γ</span>
        </div>
      </div>
      {measured && (
        <div className="mt-2 grid gap-1 text-sm tabular-nums">
          <p>
            <strong className="text-accent">{t.measured(measured)}</strong>
          </p>
          <p>{t.perPass(measured)}</p>
          <p className="text-soft">{t.arithmetic(formatFixed(measured.arithmetic, 1))}</p>
        </div>
      )}
    </figure>
  );
}

type LevelProps = { readonly at: number; readonly tone: string; readonly text: string; readonly under?: boolean };

/** The curves leave the left end free above the goal and below 1. */
function Level({ at, tone, text, under = false }: LevelProps) {
  return (
    <span className={`absolute inset-x-0 border-t border-dashed ${tone}`} style={{ top: percentage(at) }}>
      <span className={`absolute left-1 leading-none ${under ? 'top-1' : 'bottom-1'}`}>{text}</span>
    </span>
  );
}
