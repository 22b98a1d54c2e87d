/**
 * A number to type. While it is typed the text belongs to the learner: an empty field, “−” and “0.” are on the way to a number, and
 * a field that put the old value back at each of them would turn −3 into 33. What the lab made of it shows on Enter and on leaving.
 */
'use client';
import { type ComponentProps, useState } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> & {
  readonly value: number;
  /** Called with finite numbers only. */
  readonly onChange: (value: number) => void;
};

export function NumberField({ value, onChange, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      {...rest}
      type="number"
      value={draft ?? value}
      onChange={({ target }) => {
        setDraft(target.value);
        if (Number.isFinite(target.valueAsNumber)) onChange(target.valueAsNumber);
      }}
      onBlur={() => setDraft(null)}
      onKeyDown={({ key }) => key === 'Enter' && setDraft(null)}
    />
  );
}
