// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { usePlayback } from '@/components/labs/frame/use-playback';

const TICK_MS = 50;
let leaveScreen = () => {};

function Watched({ last, motion = true }: { readonly last: number; readonly motion?: boolean }) {
  const [step, setStep] = useState(0);
  const { root, running, toggle } = usePlayback({ step, last, tickMs: TICK_MS, motion, onStep: setStep });
  return (
    <div ref={root}>
      <button type="button" id="play" onClick={toggle} />
      <button type="button" id="back" onClick={() => setStep(step - 1)} />
      <output>{`${step} ${running ? 'running' : 'resting'}`}</output>
    </div>
  );
}

function watch(props: { readonly last: number; readonly motion?: boolean }) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(report: (entries: readonly { isIntersecting: boolean }[]) => void) {
        leaveScreen = () => report([{ isIntersecting: false }]);
      }
      observe() {}
      disconnect() {}
    },
  );
  const page = document.createElement('div');
  const root = createRoot(page);
  act(() => root.render(<Watched {...props} />));
  return {
    press: (id: string) => act(() => page.querySelector<HTMLButtonElement>(`#${id}`)?.click()),
    /** Each tick is due only once the step before it is drawn. */
    wait: (ticks: number) => {
      for (let i = 0; i < ticks; i++) act(() => vi.advanceTimersByTime(TICK_MS));
    },
    shown: () => page.querySelector('output')?.textContent,
  };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nothing moves before play is pressed; pressed again, it pauses', () => {
  const { press, wait, shown } = watch({ last: 9 });
  wait(3);
  expect(shown()).toBe('0 resting');
  press('play');
  wait(2);
  expect(shown()).toBe('2 running');
  press('play');
  wait(3);
  expect(shown()).toBe('2 resting');
});

test('arrived at the end it rests, also when the reader then goes back a step', () => {
  const { press, wait, shown } = watch({ last: 3 });
  press('play');
  wait(5);
  expect(shown()).toBe('3 resting');
  press('back');
  wait(3);
  expect(shown()).toBe('2 resting');
});

test('pressed at the end, play starts over', () => {
  const { press, wait, shown } = watch({ last: 3 });
  press('play');
  wait(3);
  press('play');
  expect(shown()).toBe('0 running');
  wait(1);
  expect(shown()).toBe('1 running');
});

test('what leaves the screen pauses', () => {
  const { press, wait, shown } = watch({ last: 9 });
  press('play');
  wait(2);
  act(leaveScreen);
  wait(3);
  expect(shown()).toBe('2 resting');
});

test('where the reader wants no motion, nothing plays', () => {
  const { press, wait, shown } = watch({ last: 9, motion: false });
  press('play');
  wait(3);
  expect(shown()).toBe('0 resting');
});
