import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDone, firstLink, isStepDone, setEvidence, setStep, stepKey } from '@/lib/milestone/steps';
import { mergeRecords } from '@/lib/progress/merge';
import { findValue, limits, type Records } from '@/lib/progress/records';
import { percent } from '@/lib/progress/selectors';
import { openFake } from '../progress/fake-browser';

const key = stepKey('math', 'count-first');

test('a step is ticked and unticked, and the percentage does not move', () => {
  const { progress } = openFake();
  setStep(progress, key, true);
  expect(countDone(progress.getState().records, [key, 'math/other'])).toBe(1);
  expect(percent(progress.getState().records, [101])).toBe(0);
  setStep(progress, key, false);
  expect(isStepDone(progress.getState().records, key)).toBe(false);
});

test('a tick on one device and evidence on another both survive, and of two ticks the later one wins', () => {
  const here: Records = { milestones: { [key]: { v: true, t: 5 } } };
  const there: Records = { evidence: { [key]: { v: 'see notebook', t: 9 } }, milestones: { [key]: { v: null, t: 4 } } };
  const merged = mergeRecords(here, there);
  expect([isStepDone(merged, key), findValue(merged, 'evidence', key)]).toEqual([true, 'see notebook']);
  expect(mergeRecords(there, here)).toEqual(merged);
});

test('evidence is kept as it was typed, and blank evidence is none', () => {
  const { progress } = openFake();
  expect(setEvidence(progress, key, ' https://example.org/a \n')).toBe(true);
  expect(findValue(progress.getState().records, 'evidence', key)).toBe(' https://example.org/a \n');
  setEvidence(progress, key, ' \n');
  expect(findValue(progress.getState().records, 'evidence', key)).toBeUndefined();
  expect(setEvidence(progress, key, 'x'.repeat(limits.value + 1))).toBe(false);
});

test('values of another shape count for nothing', () => {
  const hostile = {
    milestones: { [key]: { v: 'true', t: 1 }, constructor: { v: true, t: 1 } },
    evidence: { [key]: { v: { toString: 1 }, t: 1 } },
  } as unknown as Records;
  expect(countDone(hostile, [key, 'toString', '__proto__'])).toBe(0);
  expect(findValue(hostile, 'evidence', key)).toBeUndefined();
});

test.each([
  ['notes, then https://example.org/run?a=1#b.', 'https://example.org/run?a=1#b.'],
  ['训练记录：http://example.org/a，见第二页', 'http://example.org/a'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,https', undefined],
  ['https://', undefined],
  ['no link', undefined],
])('the link in %s is %s', (text, link) => {
  expect(firstLink(text)).toBe(link);
});

test('whatever the text, a link is of the web or there is none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((tail) => `https://${tail}`),
      ),
      (text) => {
        const link = firstLink(text);
        expect(link === undefined || /^https?:\/\//.test(link)).toBe(true);
      },
    ),
  );
});
