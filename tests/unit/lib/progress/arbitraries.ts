/** Random progress for property tests: few keys and few times, so that conflicts and ties are common. */
import fc from 'fast-check';
import type { Entry, Json, Records } from '@/lib/progress/records';

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<Json>(
    { status: 'done' },
    { status: 'doing' },
    { status: 'skipped', reason: 'known' },
    'text',
    true,
    7,
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

export const entry: fc.Arbitrary<Entry> = fc.record({ v: value, t: fc.integer({ min: 0, max: 4 }) });

const key = fc.constantFrom('101', '107', '113', '101/a', 'constructor', 'toString', 'future');

export const records: fc.Arbitrary<Records> = fc.dictionary(
  fc.constantFrom('lessons', 'checks', 'notes', 'prefs', 'milestones', 'evidence', 'placement', 'later', 'valueOf'),
  fc.dictionary(key, entry, { maxKeys: 5 }),
  { maxKeys: 5 },
) as fc.Arbitrary<Records>;
