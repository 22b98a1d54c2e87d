// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Records } from '@/lib/progress/records';
import { find, newPage, render, settle, text } from '../progress/render';
import { road, stored } from './road';

const onPath = (ids: readonly number[], others: Records = {}): Records => ({
  ...others,
  paths: { team: stored({ id: 'team', version: 1, title: 'Team', lessons: ids.map((id) => ({ id })) }) },
  prefs: { 'active-path': { v: 'team', t: 1 } },
});

/** Stands at the foot of a lesson, with the list of lessons to be had or not. Returns the addresses that were asked for. */
async function foot(
  records: Records | undefined,
  lesson: number,
  answer: () => Promise<Response> = async () => Response.json(road),
) {
  const ask = vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
  await newPage(records);
  const { NextInPath } = await import('@/components/paths/next-in-path');
  await render(<NextInPath lesson={lesson} locale="en" />);
  await settle();
  await settle();
  const asked = ask.mock.calls.map(([address]) => String(address));
  ask.mockRestore();
  return asked;
}

test('without an active path nothing is loaded and nothing said', async () => {
  expect(await foot(undefined, 101)).toEqual([]);
  expect(text()).toBe('');
});

test('the next open lesson of the path is offered, completed ones passed over', async () => {
  const asked = await foot(onPath([205, 107, 101], { lessons: { 107: { v: { status: 'done' }, t: 1 } } }), 205);
  expect(asked).toEqual(['/en/lessons.json']);
  expect(find('a').getAttribute('href')).toMatch(/^\/en\/learn\/math\/a\/?$/);
  expect(text()).toBe('Next in “Team”\u00a0→First');
});

test('after the last lesson of the path the first one left open comes', async () => {
  await foot(onPath([205, 101]), 101);
  expect(find('a').dataset.nextInPath).toBe('205');
});

test('on a lesson outside the path, the path is taken up where it stands', async () => {
  await foot(onPath([205, 101], { lessons: { 205: { v: { status: 'done' }, t: 1 } } }), 107);
  expect(find('a').dataset.nextInPath).toBe('101');
});

test('what is next on the road too is said, not linked twice', async () => {
  await foot(onPath([101, 107]), 101);
  expect([text(), document.querySelector('main a')]).toEqual(['Also next in “Team”', null]);
});

test('with nothing else open the way leads to the paths', async () => {
  await foot(onPath([101]), 101);
  expect(find('a').getAttribute('href')).toMatch(/^\/en\/paths\/?$/);
});

test('a list that cannot be had leaves the page as it is', async () => {
  await foot(onPath([205, 101]), 205, () => Promise.reject(new TypeError('offline')));
  expect(text()).toBe('');
  await foot(onPath([205, 101]), 205, async () => new Response(null, { status: 404 }));
  expect(text()).toBe('');
});
