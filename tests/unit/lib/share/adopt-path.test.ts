import { expect, test } from 'vitest';
import { findOwnedPath, saveOwnPath } from '@/lib/paths/owned-paths';
import type { Backend } from '@/lib/progress/storage';
import { createProgress } from '@/lib/progress/store';
import { adoptCopy, adoptPath, standing } from '@/lib/share/adopt-path';
import type { SharedPath } from '@/lib/share/path-code';
import { findPath } from '@/lib/share/stored-path';

const path: SharedPath = { id: 'team', version: 2, title: 'Team', lessons: [{ id: 101, due: 7 }, { id: 999 }] };

function memory(): Backend & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    get: (key) => map.get(key) ?? null,
    set: (key, text) => void map.set(key, text),
    remove: (key) => void map.delete(key),
    keys: () => [...map.keys()],
    listen: () => {},
  };
}

const progressOn = (backend: Backend) => createProgress({ backend, now: () => 1_000 });

test('a new path is kept whole, lessons this build does not know included', () => {
  const backend = memory();
  expect(adoptPath(progressOn(backend), path)).toBe('added');
  const reopened = progressOn(backend);
  reopened.subscribe(() => {});
  expect(findPath(reopened.getState().records, 'team')).toEqual(path);
});

test('a newer version replaces the older one and touches nothing else', () => {
  const progress = progressOn(memory());
  progress.write(() => [{ collection: 'lessons', key: 101, value: { status: 'done' } }]);
  adoptPath(progress, path);
  expect(adoptPath(progress, { ...path, version: 3, title: 'New' })).toBe('updated');
  const { records } = progress.getState();
  expect(findPath(records, 'team')?.title).toBe('New');
  expect(records.lessons?.['101']?.v).toEqual({ status: 'done' });
});

test.each([
  ['the same path', path],
  ['an older version', { ...path, version: 1 }],
  ['other content under the same version', { ...path, title: 'Forged' }],
])('%s changes nothing', (_, other) => {
  const backend = memory();
  const progress = progressOn(backend);
  adoptPath(progress, path);
  const before = [...backend.map];
  expect(adoptPath(progress, other)).toBe('unchanged');
  expect([...backend.map]).toEqual(before);
});

test('a later version that another tab added in the meantime stays', () => {
  const backend = memory();
  const [here, there] = [progressOn(backend), progressOn(backend)];
  here.subscribe(() => {});
  adoptPath(there, { ...path, version: 5, title: 'Later' });
  expect(adoptPath(here, path)).toBe('unchanged');
  expect(findPath(here.getState().records, 'team')?.title).toBe('Later');
});

test('a newer version can be taken back', () => {
  const progress = progressOn(memory());
  adoptPath(progress, path);
  expect(progress.getState().undo).toEqual([]);
  adoptPath(progress, { ...path, version: 3, title: 'New' });
  expect(progress.getState().undo.map((step) => step.what)).toEqual([{ act: 'update-path' }]);
  progress.undo();
  expect(findPath(progress.getState().records, 'team')).toEqual(path);
});

test('a path made here stays editable when its newer version comes from another device', () => {
  const progress = progressOn(memory());
  saveOwnPath(progress, path);
  expect(adoptPath(progress, { ...path, version: 3 })).toBe('updated');
  expect(findOwnedPath(progress.getState().records, 'team')).toMatchObject({ own: true, path: { version: 3 } });
});

test('a path of somebody else does not become editable by an update', () => {
  const progress = progressOn(memory());
  adoptPath(progress, path);
  adoptPath(progress, { ...path, version: 3 });
  expect(findOwnedPath(progress.getState().records, 'team')).toMatchObject({ own: false });
});

test('the day on which a path was added outlives its updates', () => {
  const progress = progressOn(memory());
  adoptPath(progress, path);
  const { adopted } = findOwnedPath(progress.getState().records, 'team') ?? {};
  expect(adopted).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  adoptPath(progress, { ...path, version: 3 });
  expect(findOwnedPath(progress.getState().records, 'team')?.adopted).toBe(adopted);
});

test('what a link left out is added from a fuller one of the same version', () => {
  const progress = progressOn(memory());
  const light = { ...path, lessons: path.lessons.map(({ id }) => ({ id })) };
  adoptPath(progress, light);
  expect(adoptPath(progress, path)).toBe('updated');
  expect(adoptPath(progress, light)).toBe('unchanged');
  expect(findPath(progress.getState().records, 'team')).toEqual(path);
});

test('something unreadable under the same number, as of a newer version, is in the way and stays', () => {
  const progress = progressOn(memory());
  const strange = { id: 'team', version: 2, title: 'Team', lessons: 'in another form' };
  progress.write(() => [{ collection: 'paths', key: 'team', value: strange }]);
  expect(standing(progress.getState().records, path)).toMatchObject({ relation: 'conflict' });
  expect(adoptPath(progress, { ...path, version: 9 })).toBe('unchanged');
  expect(progress.getState().records.paths?.team?.v).toEqual(strange);
});

test('a removed path may be added again', () => {
  const progress = progressOn(memory());
  adoptPath(progress, path);
  progress.write(() => [{ collection: 'paths', key: 'team', value: null }]);
  expect(adoptPath(progress, { ...path, version: 1 })).toBe('added');
});

test('a copy stands beside the path it was made of, is editable and a first version', () => {
  const progress = progressOn(memory());
  adoptPath(progress, path);
  const forged = { ...path, title: 'Forged' };
  expect(adoptCopy(progress, forged, { id: 'mine', title: 'Forged (copy)' })).toBe('copied');
  const { records } = progress.getState();
  expect(findPath(records, 'team')).toEqual(path);
  expect(findOwnedPath(records, 'mine')).toMatchObject({
    own: true,
    path: { id: 'mine', version: 1, title: 'Forged (copy)', lessons: path.lessons },
  });
});

test('the title of a copy is cut to what a code carries, never through a character', () => {
  const progress = progressOn(memory());
  adoptCopy(progress, path, { id: 'mine', title: `${'x'.repeat(119)}🙂` });
  expect(findPath(progress.getState().records, 'mine')?.title).toBe('x'.repeat(119));
});

test('blocked storage is said', () => {
  const refuse = () => {
    throw new Error('blocked');
  };
  const blocked: Backend = { ...memory(), get: refuse, set: refuse };
  expect(adoptPath(progressOn(blocked), path)).toBe('notKept');
});
