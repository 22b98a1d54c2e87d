import { expect, test } from 'vitest';
import type { Backend } from '@/lib/progress/storage';
import { createProgress } from '@/lib/progress/store';
import { adoptPath } from '@/lib/share/adopt-path';
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
  expect(adoptPath(progress, { ...path, version: 3, title: 'New' })).toBe('added');
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

test('blocked storage is said', () => {
  const refuse = () => {
    throw new Error('blocked');
  };
  const blocked: Backend = { ...memory(), get: refuse, set: refuse };
  expect(adoptPath(progressOn(blocked), path)).toBe('notKept');
});
