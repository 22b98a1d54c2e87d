/** A calculator to judge: mark the faulty line, or say that there is none. The marked line is run as the engine has it. */
'use client';
import { useId } from 'react';
import { formatFixed } from '@/lib/format-number';
import { type Audit, VERDICTS, type Verdict } from './calculators';
import type { PlannerStrings } from './strings';

type Props = {
  readonly audit: Audit;
  readonly t: PlannerStrings;
  readonly onJudge: (verdict: Verdict) => void;
};

const MARKS = VERDICTS.filter((one) => one !== 'open');

export function CalculatorCard({ audit, t, onJudge }: Props) {
  const { id, inputs, lines, unit, prints, repaired, truth, judged, right } = audit;
  const name = useId();
  const number = (value: number) => `${formatFixed(value, 2)}\u00a0${unit}`;
  return (
    <fieldset className="min-w-0 border-t border-line pt-2" data-calculator={id}>
      <legend className="sr-only">{t.calculators[id].title}</legend>
      <p className="text-sm font-semibold">{t.calculators[id].title}</p>
      <p className="mt-1 text-xs text-soft">
        {t.inputs}
        <code className="font-mono">{inputs.join(', ')}</code>
      </p>
      <div className="mt-1">
        {MARKS.map((mark, i) => (
          <label
            key={mark}
            className={`flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-1.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent ${judged === mark ? 'bg-accent-wash' : mark === 'fine' ? '' : 'bg-sunken'}`}
          >
            <input
              type="radio"
              className="flex-none"
              name={name}
              checked={judged === mark}
              onChange={() => onJudge(mark)}
            />
            {mark === 'fine' ? (
              <span>{t.fine}</span>
            ) : (
              <code className="min-w-0 py-1 font-mono text-xs break-words">{lines[i]}</code>
            )}
          </label>
        ))}
      </div>
      <dl className="mt-1.5 grid grid-cols-2 gap-x-4 text-sm tabular-nums">
        <div>
          <dt className="text-xs text-soft">{t.prints}</dt>
          <dd>{number(prints)}</dd>
        </div>
        <div>
          <dt className="text-xs text-soft">{t.calculators[id].engine}</dt>
          <dd>{number(truth)}</dd>
        </div>
      </dl>
      <p role="status" className="mt-1 min-h-10 text-sm">
        {judged !== 'open' && (
          <>
            <span aria-hidden="true" className={right ? 'text-good' : 'text-bad'}>
              {right ? '✓ ' : '✗ '}
            </span>
            {right ? t.calculators[id].why : judged === 'fine' ? t.notFine : t.lineWasFine(number(repaired))}
          </>
        )}
      </p>
    </fieldset>
  );
}
