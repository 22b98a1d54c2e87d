/** Standard controls made from the parameter table: slider with typed input, segmented choice, switch, marks, text. */
'use client';
import { useId } from 'react';
import type { NumberParam, ParamTable, ParamValues } from '@/lib/labs/params';
import type { LabStrings } from './lab-types';
import { NumberField } from './number-field';

type Props<T extends ParamTable, R> = {
  readonly core: { readonly params: T };
  readonly names: readonly (keyof T & string)[];
  readonly strings: LabStrings<T, R>;
  readonly values: ParamValues<T>;
  readonly set: (change: Partial<ParamValues<T>>) => void;
};

export function Controls<T extends ParamTable, R>({ core, names, strings, values, set }: Props<T, R>) {
  if (names.length === 0) return null;
  const change = (name: string, value: unknown) => set({ [name]: value } as Partial<ParamValues<T>>);
  return (
    <div className="lab-controls">
      {names.map((name) => {
        const spec = core.params[name];
        const label = strings.params[name];
        const optionLabel = (option: string) => strings.options?.[name]?.[option] ?? option;
        const value: unknown = values[name];
        switch (spec?.kind) {
          case 'number':
            return (
              <Slider
                key={name}
                label={label}
                spec={spec}
                value={value as number}
                format={strings.format?.[name]}
                onChange={(next) => change(name, next)}
              />
            );
          case 'choice':
            return (
              <Segments
                key={name}
                label={label}
                options={spec.options.map((id) => ({ id, text: optionLabel(id) }))}
                value={value as string}
                onChange={(next) => change(name, next)}
              />
            );
          case 'toggle':
            return (
              <label key={name} className="lab-switch">
                <input
                  type="checkbox"
                  checked={value as boolean}
                  onChange={(event) => change(name, event.target.checked)}
                />
                <span>{label}</span>
              </label>
            );
          case 'text':
            return (
              <label key={name} className="lab-control">
                <span className="lab-control-label">{label}</span>
                <textarea
                  className="field"
                  rows={3}
                  maxLength={spec.maxLength}
                  value={value as string}
                  onChange={(event) => change(name, event.target.value)}
                />
              </label>
            );
          default:
            return null;
        }
      })}
    </div>
  );
}

type SliderProps = {
  readonly label: string;
  readonly spec: NumberParam;
  readonly value: number;
  readonly format?: ((value: number) => string) | undefined;
  readonly onChange: (value: number) => void;
};

/** A slider with the same value to type. Arrow keys move by one step. */
export function Slider({ label, spec, value, format, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="lab-control">
      <label htmlFor={id} className="lab-control-label">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={spec.min}
        max={spec.max}
        step={spec.step}
        value={value}
        aria-valuetext={format?.(value)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
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
      {format && <output className="tabular-nums">{format(value)}</output>}
    </div>
  );
}

type SegmentsProps = {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

/** One of a few: radio buttons drawn as one instrument. */
export function Segments({ label, options, value, onChange }: SegmentsProps) {
  const name = useId();
  return (
    <fieldset className="lab-segments">
      <legend className="lab-control-label">{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.id} data-on={option.id === value}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
