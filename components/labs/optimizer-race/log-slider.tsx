/** A learning rate: a slider that moves by factors, and the rate itself to type. */
'use client';
import { useId } from 'react';
import { NumberField } from '@/components/labs/frame/number-field';
import type { NumberParam } from '@/lib/labs/params';

type Props = {
  readonly label: string;
  readonly spec: NumberParam;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** What the value means here. */
  readonly note: string;
};

const NOTCHES = 240;

export function LogSlider({ label, spec, value, onChange, note }: Props) {
  const id = useId();
  const span = Math.log(spec.max / spec.min);
  const notch = Math.round((NOTCHES * Math.log(value / spec.min)) / span);
  return (
    <div className="lab-control">
      <label htmlFor={id} className="lab-control-label">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={NOTCHES}
        step={1}
        value={notch}
        aria-valuetext={String(value)}
        onChange={(event) => onChange(moved(event.target.valueAsNumber, notch, value, spec))}
      />
      <NumberField
        className="field tabular-nums"
        aria-label={label}
        min={spec.min}
        max={spec.max}
        step={spec.step}
        value={value}
        onChange={onChange}
      />
      <output className="tabular-nums">{note}</output>
    </div>
  );
}

/** Where notches lie closer than the steps of the parameter, a notch still moves it by one step. */
function moved(notch: number, before: number, value: number, { min, max, step }: NumberParam): number {
  const next = min * (max / min) ** (notch / NOTCHES);
  return notch > before ? Math.max(next, value + step) : notch < before ? Math.min(next, value - step) : value;
}
