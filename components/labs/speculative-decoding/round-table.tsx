/** The drafts of one round with their chances and fates, and what was written in the end. */
'use client';
import { formatFixed } from '@/lib/format-number';
import type { Round } from '@/lib/ml/decoding/speculative';
import { letter } from './letters';
import { type Shown, stepOfJudgement } from './steps';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  readonly prefix: string;
  readonly round: Round;
  readonly shown: Shown;
  readonly rule: string;
  readonly onStep: (step: number) => void;
};

const short = (value = 0) => (value > 0 && value < 0.0005 ? '<0.001' : formatFixed(value, 3));

export function RoundTable({ t, prefix, round, shown, rule, onStep }: Props) {
  const { drafted, last, accepted } = round;
  const end = letter(last.token);
  return (
    <div className="min-w-0">
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead className="text-soft">
          <tr className="border-line border-b">
            {t.columnsOfRound.map((head) => (
              <th key={head} scope="col" className="py-1 pr-2 text-right font-normal first:text-left">
                {head}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {drafted.map((one, i) => {
            const visible = i < shown.drafted;
            const judged = i < shown.judged;
            const dropped = shown.finished && one.uniform === null;
            const focused = shown.focus === i && visible;
            const fate = judged ? (one.accepted ? t.kept : t.rejected) : dropped ? t.unjudged : '';
            const tone = judged ? (one.accepted ? 'text-good' : 'text-bad') : 'text-soft';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a draft is its place
              <tr key={i} className={`h-8 border-line border-b ${focused ? 'bg-accent-wash' : ''}`}>
                <th scope="row" className="pr-2 text-left font-normal">
                  {visible && (
                    <button
                      type="button"
                      className="min-h-8 min-w-8 text-left font-mono text-base"
                      aria-pressed={focused}
                      aria-label={t.barsAt(i + 1)}
                      onClick={() => onStep(stepOfJudgement(round, i))}
                    >
                      {focused ? '▸' : ''}
                      {letter(one.token)}
                    </button>
                  )}
                </th>
                <td className="pr-2 text-right">{visible ? short(one.draft[one.token]) : ''}</td>
                <td className="pr-2 text-right">{visible && shown.seen ? short(one.target[one.token]) : ''}</td>
                <td className="pr-2 text-right">{judged ? formatFixed(one.chance, 2) : ''}</td>
                <td className="pr-2 text-right">{judged && one.uniform !== null ? formatFixed(one.uniform, 2) : ''}</td>
                <td className={`w-24 whitespace-nowrap text-right ${judged ? 'font-semibold' : ''} ${tone}`}>
                  {judged && <span aria-hidden="true">{one.accepted ? '✓ ' : '✗ '}</span>}
                  {fate}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-2 min-h-6 text-sm" aria-live="polite">
        {shown.finished && (last.kind === 'bonus' ? t.bonus(end) : rule === 'exact' ? t.residual(end) : t.direct(end))}
      </p>
      <p className="mt-1 overflow-x-auto bg-sunken px-3 py-2 font-mono text-base leading-7">
        <span className="font-ui text-soft text-sm">{t.written}</span>
        {prefix}
        {drafted.slice(0, shown.judged).map((one, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a draft is its place
            key={i}
            className={one.accepted ? 'text-good underline underline-offset-4' : 'text-bad line-through'}
          >
            {letter(one.token)}
          </span>
        ))}
        {shown.finished && <strong className="text-accent">{end}</strong>}
        {!shown.finished && shown.judged <= accepted && <span className="text-faint">_</span>}
      </p>
    </div>
  );
}
