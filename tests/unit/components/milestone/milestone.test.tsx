// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { readContent } from '@/lib/content/build-site';
import { longestEvidence } from '@/lib/milestone/steps';
import type { Records } from '@/lib/progress/records';
import { enter, find, hydrate, newPage, storedRecords, text } from '../progress/render';

const { site } = readContent('.');
const [milestone] = site.milestones;

async function open(records?: Records, retiredSteps = site.retiredSteps) {
  await newPage(records);
  const { MilestoneSection } = await import('@/components/milestone/milestone-section');
  if (!milestone) throw new Error('no milestone');
  return hydrate(<MilestoneSection milestone={milestone} site={{ ...site, retiredSteps }} locale="en" />);
}
const tally = () => find('[data-milestone-done]').dataset.milestoneDone;
const step = (id: string, inside: string) => `[data-step="${id}"] ${inside}`;

test('every step with its rubric stands in the static page', async () => {
  const { html, complaints } = await open();
  expect(complaints).toEqual([]);
  for (const { title, done, judge } of milestone?.steps ?? []) {
    expect(text()).toContain(title.en);
    expect(text()).toContain(done.en);
    expect(text()).toContain(judge.en);
  }
  expect(html).toContain('0 of 6 steps done');
});

test('a step is ticked and unticked', async () => {
  await open({ milestones: { 'math/three-runs': { v: true, t: 1 } } });
  expect(tally()).toBe('1');
  await act(async () => find(step('count-first', 'input')).click());
  expect(tally()).toBe('2');
  expect(storedRecords().milestones?.['math/count-first']?.v).toBe(true);
  await act(async () => find(step('three-runs', 'input')).click());
  expect(tally()).toBe('1');
});

test('evidence is saved while it is typed, and its link can be opened', async () => {
  await open();
  vi.useFakeTimers();
  const field = find<HTMLTextAreaElement>(step('count-first', 'textarea'));
  expect(field.maxLength).toBe(longestEvidence);
  await enter(field, 'see https://example.org/notes');
  await act(async () => vi.advanceTimersByTime(600));
  vi.useRealTimers();
  expect(storedRecords().evidence?.['math/count-first']?.v).toBe('see https://example.org/notes');
  expect(find(step('count-first', 'a[target]')).getAttribute('href')).toBe('https://example.org/notes');
  expect(find(step('count-first', 'a[target]')).getAttribute('rel')).toContain('noopener');
});

test('what is typed last is kept when the page is left at once', async () => {
  await open();
  await enter(find(step('three-runs', 'textarea')), 'three lines');
  await act(async () => dispatchEvent(new Event('pagehide')));
  expect(storedRecords().evidence?.['math/three-runs']?.v).toBe('three lines');
});

test('hostile evidence is text and nothing else', async () => {
  await open({ evidence: { 'math/count-first': { v: '<img src=x onerror=alert(1)> javascript:alert(1)', t: 1 } } });
  expect(document.querySelector('img')).toBeNull();
  expect(document.querySelector(step('count-first', 'a[target]'))).toBeNull();
});

test('what was written for a step that is gone is still shown, unless its successor holds it', async () => {
  const retired = { 'math/dropped': null, 'math/old-a': 'math/three-runs', 'math/old-b': 'math/three-runs' };
  const { complaints } = await open(
    {
      evidence: {
        'math/dropped': { v: 'alone <b>', t: 1 },
        'math/old-a': { v: 'early', t: 1 },
        'math/old-b': { v: 'late', t: 2 },
        'math/three-runs': { v: 'late', t: 2 },
      },
    },
    retired,
  );
  expect(complaints).toEqual([]);
  expect(find('[data-kept="math/dropped"]').textContent).toContain('alone <b>');
  expect(find('[data-kept="math/old-a"]').textContent).toContain('early');
  expect(document.querySelector('[data-kept="math/old-b"]')).toBeNull();
});

test('a milestone that never lost a step shows no such place', async () => {
  await open({ evidence: { 'math/elsewhere': { v: 'text', t: 1 } } });
  expect(document.querySelector('[data-kept]')).toBeNull();
});
