import { expect, test } from 'vitest';
import { currentVersion, type Migrations, migrate, migrations } from '@/lib/progress/migrate';

const steps: Migrations = {
  1: (document) => ({ ...document, version: 2, path: [...((document.path as number[]) ?? []), 1] }),
  2: (document) => ({ ...document, version: 3, path: [...((document.path as number[]) ?? []), 2] }),
};

test('an old document goes through every step in order', () => {
  expect(migrate({ version: 1 }, 1, 3, steps)).toEqual({ version: 3, path: [1, 2] });
  expect(migrate({ version: 2 }, 2, 3, steps)).toEqual({ version: 3, path: [2] });
});

test('a document of the current version is not touched', () => {
  const document = { version: currentVersion };
  expect(migrate(document, currentVersion)).toBe(document);
});

test('a version that never existed has no way forward', () => {
  expect(migrate({}, 0, 3, steps)).toBeUndefined();
});

test('there is a step from every released version to the current one', () => {
  for (let version = 1; version < currentVersion; version++) expect(migrations).toHaveProperty(String(version));
});
