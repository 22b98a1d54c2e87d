/** Any path and any snapshot that a code can hold, for property tests. */
import fc from 'fast-check';
import { dayText, lastDayNumber } from '@/lib/share/day';
import { homeLessons } from '@/lib/share/lesson-list';
import { shareLimits } from '@/lib/share/limits';
import type { PathLesson, SharedPath } from '@/lib/share/path-code';
import { lessonStates, type Snapshot, type SnapshotLesson } from '@/lib/share/snapshot-code';

const scripts = [
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u202Eright to left\u202C',
    'שלום עולם',
    'مرحبا',
    '👩🏽‍💻🏳️‍🌈',
    '\u0000\u0007',
    '第一周：读完“注意力”。',
    'javascript:alert(1)',
    '\uFEFF',
    '{{x}} %s &lt;b&gt;',
  ),
];

/** `length` in UTF-16 code units, well-formed, as `maxLength` of an input guarantees. */
export const anyText = (length: number) =>
  fc.oneof(...scripts).map((text) => text.slice(0, length).replace(/\p{Surrogate}/gu, '\uFFFD'));
const someText = (length: number) => anyText(length).filter((text) => text !== '');

export const anyDay = fc.integer({ min: 0, max: lastDayNumber }).map(dayText);

const anyIds = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: shareLimits.lessonId }), { minLength: 1, maxLength: 40 }),
  },
  { weight: 2, arbitrary: fc.shuffledSubarray([...homeLessons], { minLength: 1 }) },
  { weight: 1, arbitrary: fc.subarray([...homeLessons], { minLength: 1 }) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.integer({ min: 418, max: 1500 }), { maxLength: 40 })
      .map((later) => [...homeLessons, ...later]),
  },
);

const pathId = fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/);
const version = fc.integer({ min: 1, max: shareLimits.pathVersion });
const absent = { requiredKeys: ['id'] as 'id'[] };

export const anyPath: fc.Arbitrary<SharedPath> = fc
  .record(
    {
      id: pathId,
      version,
      title: anyText(shareLimits.title),
      mentor: someText(shareLimits.name),
      start: anyDay,
      ids: anyIds,
    },
    { requiredKeys: ['id', 'version', 'title', 'ids'] },
  )
  .chain(({ ids, ...head }) =>
    fc
      .tuple(
        ...ids.map((id) =>
          fc.record(
            {
              id: fc.constant(id),
              due: fc.integer({ min: 0, max: shareLimits.dueDays }),
              note: someText(shareLimits.note),
            },
            absent,
          ),
        ),
      )
      .map((lessons) => ({ ...head, lessons: lessons as readonly PathLesson[] })),
  );

export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record(
    { taken: anyDay, name: someText(shareLimits.name), path: fc.record({ id: pathId, version }), ids: anyIds },
    { requiredKeys: ['taken', 'ids'] },
  )
  .chain(({ ids, ...head }) =>
    fc
      .tuple(
        ...ids.map((id) =>
          fc
            .record(
              { id: fc.constant(id), state: fc.constantFrom(...lessonStates), changed: anyDay },
              { requiredKeys: ['id', 'state'] },
            )
            .map(({ changed, ...lesson }) =>
              changed === undefined || lesson.state === 'todo' ? lesson : { ...lesson, changed },
            ),
        ),
      )
      .map((lessons) => ({ ...head, lessons: lessons as readonly SnapshotLesson[] })),
  );
