// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { act } from 'react';
import { expect, test } from 'vitest';
import { choiceOrder } from '@/components/lesson/choice-order';
import type { Records } from '@/lib/progress/records';
import { find, newPage, press, render, storedRecords } from '../progress/render';

test('every choice is shown once', () => {
  for (const n of [0, 1, 2, 3, 4, 5])
    expect([...choiceOrder('check-shift-box', n)].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
});

/** Where the one right choice stands on the page, check by check, as a lesson's source has it. */
function placesIn(lesson: string): number[] {
  return [...lesson.matchAll(/<Check id="([^"]+)"(?![^>]*kind=)[^>]*>(.*?)<\/Check>/gs)].flatMap(
    ([, id, body = '']) => {
      const right = [...body.matchAll(/<Choice( correct)?>/g)].map(([, correct]) => correct !== undefined);
      if (right.filter(Boolean).length !== 1) return [];
      return [choiceOrder(`check-${id}-box`, right.length).indexOf(right.indexOf(true))];
    },
  );
}

test('the right choice cannot be told by its place', () => {
  const lessons = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/en.mdx'))
    .map((name) => ({ name, places: placesIn(readFileSync(`content/${name}`, 'utf8')) }));
  for (const { name, places } of lessons)
    if (places.length > 2) expect(new Set(places).size, `${name}: always at place ${places[0]}`).toBeGreaterThan(1);
  const all = lessons.flatMap(({ places }) => places);
  for (const place of [0, 1, 2]) expect(all.filter((at) => at === place).length / all.length).toBeLessThan(0.45);
});

/** In the source the right choice is the first of three; on the page it is not. */
async function open(records?: Records) {
  await newPage(records);
  const { Check, Choice, Why } = await import('@/components/lesson/check');
  const choice = (text: string, correct: boolean) => (
    <Choice key={text} correct={correct}>
      {text}
      <Why>Because.</Why>
    </Choice>
  );
  await render(
    <Check id="shift" locale="en" lessonId={107}>
      What happens?
      {[choice('nothing', true), choice('it drops', false), choice('it rises', false)]}
    </Check>,
  );
}
const shown = () => [...document.querySelectorAll('.choice-text')].map((choice) => choice.textContent);
const picked = () =>
  [...document.querySelectorAll('[data-picked="true"] .choice-text')].map((choice) => choice.textContent);

test('an answer is stored by its place in the source, wherever it stands on the page', async () => {
  await open();
  expect(shown().toSorted()).toEqual(['it drops', 'it rises', 'nothing']);
  expect(shown()[0]).not.toBe('nothing');
  await act(async () => find(`.choice:nth-child(${shown().indexOf('nothing') + 1}) input`).click());
  await press('Check');
  const records = storedRecords();
  expect(records?.checks?.['107/shift']).toMatchObject({ v: { answer: [0], correct: true } });
  await open(records);
  expect(picked()).toEqual(['nothing']);
});
