/** Makes the site below a path where it does not stand yet; see subpath-site.ts. In `npm test` it does. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';

test('the site is built below a path', () => {
  test.setTimeout(900_000);
  const built = spawnSync('npx', ['tsx', 'tests/e2e/subpath-site.ts'], { encoding: 'utf8' });
  expect(built.status, built.stdout + built.stderr).toBe(0);
});
