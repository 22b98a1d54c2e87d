// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { NumberField } from '@/components/labs/frame/number-field';

/** A lab that keeps its number between −10 and 10. */
function Lab({ start, heard }: { readonly start: number; readonly heard: number[] }) {
  const [value, setValue] = useState(start);
  const clamp = (typed: number) => {
    heard.push(typed);
    setValue(Math.min(10, Math.max(-10, typed)));
  };
  return <NumberField value={value} onChange={clamp} />;
}

function open(start: number) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const page = document.createElement('div');
  document.body.append(page);
  const heard: number[] = [];
  act(() => createRoot(page).render(<Lab start={start} heard={heard} />));
  const field = page.querySelector('input');
  if (!field) throw new Error('no field');
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  /** What a browser reports after a key: text that is no number yet is the empty string. */
  const type = (text: string) =>
    act(() => {
      write?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  return { field, heard, type };
}

test('a minus sign may be typed before its digits', () => {
  const { field, heard, type } = open(3);
  type('');
  expect(field.value).toBe('');
  type('-3');
  expect(field.value).toBe('-3');
  expect(heard).toEqual([-3]);
});

test('a number on its way through values out of range is not rewritten', () => {
  const { field, heard, type } = open(3);
  for (const text of ['4', '40', '40.5']) {
    type(text);
    expect(field.value).toBe(text);
  }
  expect(heard).toEqual([4, 40, 40.5]);
});

test.each([
  ['Enter', (field: HTMLElement) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))],
  ['leaving', (field: HTMLElement) => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))],
])('%s shows what the lab made of it', (_, settle) => {
  const { field, type } = open(3);
  type('40');
  act(() => void settle(field));
  expect(field.value).toBe('10');
  type('');
  act(() => void settle(field));
  expect(field.value).toBe('10');
});
