import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, type PlacementQuestion, placementRules, propose } from '@/lib/placement/assess';
import { knowledgeStates, type LessonNode } from '@/lib/placement/knowledge-states';
import { createRandom } from '@/lib/random';

/** The seventeen lessons of the first stage and what they need, as planned. */
const needs: readonly (readonly [number, ...number[]])[] = [
  [101],
  [102, 101],
  [103, 101],
  [104, 101],
  [105],
  [106, 105],
  [107, 105],
  [108, 107],
  [109, 106],
  [110, 109, 108],
  [111, 105, 101],
  [112, 108, 111],
  [113, 111, 107, 102],
  [114, 113],
  [115, 114, 109],
  [116, 115, 103],
  [117, 116, 108],
];
const road: readonly LessonNode[] = needs.map(([id, ...prerequisites]) => ({ id, prerequisites }));
const questions: readonly PlacementQuestion[] = road.flatMap(({ id }) =>
  ['a', 'b'].map((letter) => ({ id: `${id}${letter}`, lesson: id, guess: 0.25 })),
);

/** Asks until the test is over; `answer` says what the learner does. */
function sit(answer: (question: PlacementQuestion) => boolean) {
  const answers = new Map<string, boolean>();
  for (;;) {
    const now = assess(road, questions, answers);
    if (!now.next) return { ...now, answers };
    answers.set(now.next.id, answer(now.next));
  }
}

test('a chain of three lessons has four states, three free ones have eight', () => {
  const chain = [
    { id: 1, prerequisites: [] },
    { id: 2, prerequisites: [1] },
    { id: 3, prerequisites: [2] },
  ];
  expect(knowledgeStates(chain)).toEqual([0b000, 0b001, 0b011, 0b111]);
  expect(knowledgeStates([1, 2, 3].map((id) => ({ id, prerequisites: [] })))).toHaveLength(8);
});

test('a lesson before its prerequisite is refused, one that is not on the road is not needed', () => {
  expect(() =>
    knowledgeStates([
      { id: 1, prerequisites: [2] },
      { id: 2, prerequisites: [] },
    ]),
  ).toThrow(RangeError);
  expect(knowledgeStates([{ id: 1, prerequisites: [99] }])).toEqual([0, 1]);
});

test('one right answer moves the odds by the rule of Bayes', () => {
  const one = [{ id: 1, prerequisites: [] }];
  const { known } = assess(one, [{ id: 'q', lesson: 1, guess: 0.25 }], new Map([['q', true]]));
  // Prior 1/2; likelihoods 0.9 and 0.25.
  expect(known.get(1)).toBeCloseTo(0.9 / 1.15, 12);
});

test('whatever was answered, a prerequisite is never less likely known than what needs it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...questions.map(({ id }) => id)), fc.boolean()), (given) => {
      const { known } = assess(road, questions, new Map(Object.entries(given)));
      for (const { id, prerequisites } of road)
        for (const needed of prerequisites)
          expect(known.get(needed)).toBeGreaterThanOrEqual((known.get(id) ?? 0) - 1e-12);
    }),
    { numRuns: 50 },
  );
});

test('it asks between twelve and sixteen questions, none twice', () => {
  const { next: random } = createRandom(7);
  for (let i = 0; i < 20; i++) {
    const { asked, answers } = sit(() => random() < 0.5);
    expect(asked).toBeGreaterThanOrEqual(placementRules.fewest);
    expect(asked).toBeLessThanOrEqual(placementRules.most);
    expect(answers.size).toBe(asked);
  }
});

test('who knows everything may skip nearly all, who knows nothing learns all', () => {
  expect(propose(sit(() => true).known).learn).toEqual([]);
  expect(propose(sit(() => true).known).skip.length).toBeGreaterThanOrEqual(15);
  expect(propose(sit(() => false).known)).toMatchObject({ skip: [], learn: road.map(({ id }) => id) });
});

test('learners who slip and guess are seldom told to skip what they do not know', () => {
  const { next: random } = createRandom(11);
  const states = knowledgeStates(road);
  let wrong = 0;
  let skipped = 0;
  let right = 0;
  for (let i = 0; i < 200; i++) {
    const state = states[Math.floor(random() * states.length)] ?? 0;
    const knows = (lesson: number) => (state & (1 << road.findIndex(({ id }) => id === lesson))) !== 0;
    const { known } = sit(({ lesson, guess }) => random() < (knows(lesson) ? 1 - placementRules.slip : guess));
    const { skip } = propose(known);
    skipped += skip.length;
    wrong += skip.filter((id) => !knows(id)).length;
    for (const [id, p] of known) if (p >= 0.5 === knows(id)) right++;
  }
  expect(skipped).toBeGreaterThan(500);
  expect(wrong / skipped).toBeLessThan(0.08);
  expect(right / (200 * road.length)).toBeGreaterThan(0.85);
});

test('answers of a question that is gone are ignored', () => {
  expect(assess(road, questions, new Map([['gone', true]])).asked).toBe(0);
});
