/** The losses on one line: the student alone at one end, its teacher at the other, and how far teaching has carried the student. */
import { percentage } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import { type DistilStrings, formatShare } from './strings';

type Props = { readonly result: Result; readonly t: DistilStrings };

export function GapBar({ result, t }: Props) {
  const { alone, taught, teacherLoss, closed } = result;
  const [from, to, now] = [alone?.loss ?? null, teacherLoss, taught?.loss ?? null];
  const met = closed !== null && closed >= GOAL.closed;
  // Room on the left for a student whom teaching has harmed.
  const left = from === null || to === null ? 0 : Math.max(0, (now ?? from) - from) / (from - to || 1);
  const place = (share: number) => percentage(Math.min(1, Math.max(0, (share + left) / (1 + left))));
  return (
    <figure className="mt-5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-sm font-semibold">{t.gapTitle}</span>
        <span className="text-lg font-semibold tabular-nums">
          {closed !== null && (
            <>
              <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
                {met ? '✓ ' : '✗ '}
              </span>
              {closed < 0 ? t.lost(formatShare(-closed)) : t.closed(formatShare(closed))}
            </>
          )}
          {closed === null && '–'}
        </span>
      </figcaption>
      <div className="relative mt-1 mb-6 h-3 border border-line bg-sunken text-xs text-soft tabular-nums">
        {closed !== null && (
          <span
            className={`absolute inset-y-0 ${closed < 0 ? 'bg-bad' : met ? 'bg-good' : 'bg-data-1'}`}
            style={{ left: place(Math.min(0, closed)), right: `calc(100% - ${place(Math.max(0, closed))})` }}
          />
        )}
        <span className="absolute -top-1 -bottom-1 border-l-2 border-ink" style={{ left: place(GOAL.closed) }} />
        <span className="absolute top-4 pl-1 whitespace-nowrap" style={{ left: place(GOAL.closed) }}>
          {t.goalLine}
        </span>
      </div>
      <dl className="grid grid-cols-3 gap-x-3 border-b border-line pb-3 tabular-nums">
        {[
          { name: t.alone, loss: from, tone: 'text-data-2' },
          { name: t.taught, loss: now, tone: 'text-data-1' },
          { name: t.teacher, loss: to, tone: 'text-soft' },
        ].map(({ name, loss, tone }, i) => (
          <div key={name} className={['text-start', 'text-center', 'text-end'][i]}>
            <dt className={`text-xs font-semibold ${tone}`}>{name}</dt>
            <dd className="text-lg">{loss === null ? '–' : formatFixed(loss, 3)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
