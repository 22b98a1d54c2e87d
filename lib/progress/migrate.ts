/**
 * Versions of the stored document, and how an old one becomes the current one.
 *
 * The version changes only when an older program would damage the data; new collections, fields and statuses do not
 * need it. To add version n+1: raise `currentVersion`, add `n: (document) => …` to `migrations`, and freeze a document of
 * version n under tests/fixtures/progress. A step takes and returns a whole parsed document, is total, and is never edited
 * once released.
 */
export const currentVersion = 1;

export type Migration = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
export type Migrations = Readonly<Record<number, Migration>>;

export const migrations: Migrations = {};

/** Brings a document of version `from` to version `to`, one step at a time; undefined when a step is missing. */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  from: number,
  to: number = currentVersion,
  steps: Migrations = migrations,
): Readonly<Record<string, unknown>> | undefined {
  let migrated = document;
  for (let version = from; version < to; version++) {
    const step = Object.hasOwn(steps, version) ? steps[version] : undefined;
    if (!step) return undefined;
    migrated = step(migrated);
  }
  return migrated;
}
