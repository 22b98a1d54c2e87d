// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { Predict } from '@/components/labs/frame/predict';
import { strings } from '@/components/labs/frame/strings';

const text = {
  question: 'Which?',
  options: [
    { id: 'one', text: 'The first' },
    { id: 'two', text: 'The second' },
  ],
  reveal: 'Because.',
};

test('the truth appears with the first move after the guess, and stays when the move is undone', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const show = (touched: boolean) =>
    act(() => root.render(<Predict t={strings.en} id="lab" text={text} answer={() => 'two'} touched={touched} />));

  show(false);
  act(() => page.querySelector<HTMLInputElement>('input[value=one]')?.click());
  act(() => page.querySelector('button')?.click());
  expect(page.textContent).toContain('You said The first');
  expect(page.textContent).not.toContain('Because.');

  show(true);
  expect(page.textContent).toContain('Not what happens. The answer: The second');
  show(false);
  expect(page.textContent).toContain('You said The first');
  expect(page.textContent).toContain('Because.');
  act(() => root.unmount());
});
