import { expect, test } from 'vitest';
import { setStatus } from '@/lib/progress/actions';
import { parseDocument, serializeDocument } from '@/lib/progress/parse';
import { lessonStatus } from '@/lib/progress/selectors';
import { storageKey, unreadablePrefix } from '@/lib/progress/storage';
import type { Progress } from '@/lib/progress/store';
import { fakeBrowser, openFake } from './fake-browser';

const status = (progress: Progress, id: number) => lessonStatus(progress.getState().records, id);
const good = serializeDocument({ lessons: { 101: { v: { status: 'done' }, t: 1 } } });
const newer = '{"app":"layerwise","version":2,"records":"of another kind"}';

test('blocked storage is said, and work goes on in memory', () => {
  const { progress } = openFake({}, 'read');
  expect(progress.getState()).toMatchObject({ loaded: true, health: 'blocked' });
  setStatus(progress, 101, 'done');
  expect(status(progress, 101)).toBe('done');
  expect(progress.getState().health).toBe('blocked');
});

test('storage that is opened again later is used again, with what was done meanwhile', () => {
  const { progress, control, stored } = openFake({}, 'read');
  setStatus(progress, 101, 'done');
  control.failing = 'nothing';
  setStatus(progress, 107, 'doing');
  expect(progress.getState().health).toBe('saved');
  expect(JSON.parse(stored() ?? '').records.lessons).toHaveProperty('101');
});

test('storage that was shut for a moment is used again although nothing in it has changed', () => {
  const { progress, control, stored } = openFake({ [storageKey]: good });
  control.failing = 'read';
  setStatus(progress, 107, 'doing');
  expect(progress.getState().health).toBe('blocked');
  control.failing = 'nothing';
  setStatus(progress, 113, 'doing');
  expect(progress.getState().health).toBe('saved');
  expect(Object.keys(JSON.parse(stored() ?? '').records.lessons)).toEqual(['101', '107', '113']);
});

test('full storage is said, keeps what it held, and is tried again at the next change', () => {
  const { progress, control, stored } = openFake({ [storageKey]: good });
  control.failing = 'write-quota';
  setStatus(progress, 107, 'done');
  expect(progress.getState().health).toBe('full');
  expect(status(progress, 107)).toBe('done');
  expect(stored()).toBe(good);
  control.failing = 'nothing';
  setStatus(progress, 113, 'doing');
  expect(progress.getState().health).toBe('saved');
  expect(Object.keys(JSON.parse(stored() ?? '').records.lessons)).toEqual(['101', '107', '113']);
});

test('storage that may be read but not written is said to be blocked', () => {
  const { progress, control } = openFake({ [storageKey]: good });
  control.failing = 'write-denied';
  setStatus(progress, 107, 'done');
  expect(progress.getState().health).toBe('blocked');
  expect(status(progress, 101)).toBe('done');
});

test('a document of a newer version is said, not touched, and work goes on in memory', () => {
  const { progress, disk } = openFake({ [storageKey]: newer });
  expect(progress.getState()).toMatchObject({ health: 'newer', unreadable: [] });
  setStatus(progress, 101, 'done');
  expect(status(progress, 101)).toBe('done');
  expect(Object.fromEntries(disk)).toEqual({ [storageKey]: newer });
});

test('a newer version that arrives from another tab stops writing and keeps what is in memory', () => {
  const { progress, disk, control, stored } = openFake({ [storageKey]: good });
  disk.set(storageKey, newer);
  control.notify();
  setStatus(progress, 107, 'doing');
  expect(progress.getState().health).toBe('newer');
  expect([status(progress, 101), status(progress, 107)]).toEqual(['done', 'doing']);
  expect(stored()).toBe(newer);
});

test.each(['{"app":"layerwise","ver', 'null', '', '<html>'])(
  'unreadable text %j is set aside and can be got back',
  (text) => {
    const { progress, disk } = openFake({ [storageKey]: text });
    const key = `${unreadablePrefix}1000`;
    expect(progress.getState()).toMatchObject({ health: 'saved', unreadable: [key] });
    setStatus(progress, 101, 'done');
    expect(disk.get(key)).toBe(text);
    expect(progress.readUnreadable(key)).toBe(text);
    expect(parseDocument(disk.get(storageKey) ?? '')).toMatchObject({ ok: true });
  },
);

test('of a half-damaged document the good half is used, and the whole is set aside', () => {
  const text = '{"app":"layerwise","version":1,"records":{"lessons":{"101":{"v":{"status":"done"},"t":1},"107":7}}}';
  const { progress, disk } = openFake({ [storageKey]: text });
  expect(status(progress, 101)).toBe('done');
  setStatus(progress, 113, 'doing');
  expect(disk.get(`${unreadablePrefix}1000`)).toBe(text);
});

test('the same unreadable text is set aside once, however often it is met', () => {
  const browser = fakeBrowser();
  browser.disk.set(storageKey, 'garbage');
  for (let i = 0; i < 3; i++) browser.openTab();
  expect([...browser.disk.keys()].filter((key) => key.startsWith(unreadablePrefix))).toHaveLength(1);
});

test('two unreadable texts met in the same millisecond are both kept', () => {
  const { progress, disk, control } = openFake({ [storageKey]: 'garbage 1' });
  disk.set(storageKey, 'garbage 2');
  control.notify();
  expect(progress.getState().unreadable.map(progress.readUnreadable)).toEqual(['garbage 1', 'garbage 2']);
});

test('unreadable text that cannot be set aside for want of room is not overwritten, and can still be got', () => {
  const { progress, control, stored } = openFake({ [storageKey]: 'garbage' }, 'write-quota');
  expect(progress.getState()).toMatchObject({ health: 'full', unreadable: [storageKey] });
  control.failing = 'nothing';
  setStatus(progress, 101, 'done');
  expect(stored()).toBe('garbage');
  expect(progress.readUnreadable(storageKey)).toBe('garbage');
  progress.removeUnreadable(storageKey);
  setStatus(progress, 107, 'doing');
  expect(Object.keys(JSON.parse(stored() ?? '').records.lessons)).toEqual(['101', '107']);
  expect(progress.getState()).toMatchObject({ health: 'saved', unreadable: [] });
});

test('a set-aside text is deleted only on demand', () => {
  const { progress, disk } = openFake({ [storageKey]: 'garbage' });
  const [key = ''] = progress.getState().unreadable;
  progress.removeUnreadable(key);
  expect(disk.has(key)).toBe(false);
  setStatus(progress, 101, 'done');
  expect(progress.getState().unreadable).toEqual([]);
});
