/** The placement tests as written, taken by simulated learners: in at most sixteen questions they are told what is true of them. */
import { expect, test } from 'vitest';
import { readContent } from '@/lib/content/build-site';
import { locales } from '@/lib/i18n/locale';
import { placementRules } from '@/lib/placement/assess';
import type { Attempt } from '@/lib/placement/attempt';
import type { Answer, AskedQuestion } from '@/lib/placement/grade';
import { knowledgeStates } from '@/lib/placement/knowledge-states';
import { assessAttempt, outcomeOf } from '@/lib/placement/outcome';
import { type StageTest, stageTest } from '@/lib/placement/stage-test';
import { createRandom } from '@/lib/random';

const { site } = readContent('.');
const tests = site.placements.flatMap(({ stage }) => stageTest(site, stage, 'en') ?? []);

const rightAnswer = (question: AskedQuestion): Answer =>
  question.kind === 'number' ? question.answer : question.choices.findIndex(({ right }) => right);

/** Takes the test as somebody who answers each question by `answer`. */
function sit({ lessons, questions }: StageTest, answer: (question: AskedQuestion) => Answer): Attempt {
  const attempt: { id: string; answer: Answer }[] = [];
  for (;;) {
    const { next } = assessAttempt(lessons, questions, attempt);
    const question = questions.find(({ id }) => id === next?.id);
    if (!question) return attempt;
    attempt.push({ id: question.id, answer: answer(question) });
  }
}

/** What somebody who knows just these lessons, and neither slips nor guesses, is told. */
function adviseTo(given: StageTest, knows: ReadonlySet<number>) {
  const attempt = sit(given, (question) => (knows.has(question.lesson) ? rightAnswer(question) : null));
  const { verdicts, begin } = outcomeOf(given.lessons, given.questions, attempt);
  const of = (advice: string) => verdicts.filter((verdict) => verdict.advice === advice).map(({ lesson }) => lesson);
  return { asked: attempt.length, begin, skip: of('skip'), look: of('look'), learn: of('learn') };
}

/** With a lesson all it rests on. */
function closure({ lessons }: StageTest, ids: readonly number[]): ReadonlySet<number> {
  const known = new Set(ids);
  for (const { id, prerequisites } of [...lessons].reverse())
    if (known.has(id)) for (const needed of prerequisites) known.add(needed);
  return known;
}

test('there is a test to take', () => {
  expect(tests.map(({ stage }) => stage)).toContain('math');
});

test.each(tests)('$stage: who knows all may skip nearly all, who knows nothing begins at the beginning', (given) => {
  const all = given.lessons.map(({ id }) => id);
  const expert = adviseTo(given, new Set(all));
  expect(expert.learn).toEqual([]);
  expect(expert.skip.length).toBeGreaterThanOrEqual(all.length - 2);
  const beginner = adviseTo(given, new Set());
  expect(beginner).toMatchObject({ skip: [], look: [], learn: all, begin: all[0] });
  for (const { asked } of [expert, beginner]) expect(asked).toBeLessThanOrEqual(placementRules.most);
});

test.each(tests)('$stage: who knows the modules up to any one is sent on from there', (given) => {
  const stage = site.stages.find(({ id }) => id === given.stage);
  for (let k = 1; k <= (stage?.modules.length ?? 0); k++) {
    const modules = new Set(stage?.modules.slice(0, k).map(({ id }) => id));
    const mine = site.lessons.filter((lesson) => modules.has(lesson.module)).map(({ id }) => id);
    const knows = closure(given, mine);
    const { asked, begin, skip, look, learn } = adviseTo(given, knows);
    expect(asked).toBeLessThanOrEqual(placementRules.most);
    // Nothing unknown is skipped, nothing known has to be learnt anew.
    expect(skip.filter((id) => !knows.has(id))).toEqual([]);
    expect(learn.filter((id) => knows.has(id))).toEqual([]);
    expect(look.length).toBeLessThanOrEqual(3);
    if (learn.length > 0) expect(begin).toBe(given.lessons.find(({ id }) => learn.includes(id))?.id);
  }
});

test.each(tests)('$stage: of all that learners may know, what they are told is nearly always true', (given) => {
  const { lessons } = given;
  const states = knowledgeStates(lessons);
  const { next: random } = createRandom(3);
  let skipped = 0;
  let wrongly = 0;
  for (let i = 0; i < 60; i++) {
    const state = states[Math.floor(random() * states.length)] ?? 0;
    const knows = new Set(lessons.filter((_, bit) => state & (1 << bit)).map(({ id }) => id));
    const { asked, skip } = adviseTo(given, knows);
    expect(asked).toBeGreaterThanOrEqual(placementRules.fewest);
    expect(asked).toBeLessThanOrEqual(placementRules.most);
    skipped += skip.length;
    wrongly += skip.filter((id) => !knows.has(id)).length;
  }
  expect(skipped).toBeGreaterThan(100);
  expect(wrongly / skipped).toBeLessThan(0.05);
});

test.each(site.placements)('$stage: the right choice does not stand in one place', ({ questions }) => {
  const places = questions.flatMap((question) =>
    question.kind === 'choice' ? [question.choices.findIndex(({ right }) => right)] : [],
  );
  for (const place of new Set(places))
    expect(places.filter((each) => each === place).length).toBeLessThanOrEqual(Math.ceil(places.length * 0.4));
});

test.each(site.placements)(
  '$stage: no two choices of a question read the same, and no text is a copy of the other language',
  ({ questions }) => {
    for (const question of questions) {
      expect(question.prompt.zh).toMatch(/\p{Script=Han}/u);
      expect(question.prompt.en).not.toMatch(/\p{Script=Han}/u);
      if (question.kind === 'number') continue;
      for (const locale of locales) {
        const texts = question.choices.map(({ text }) => text[locale]);
        expect(new Set(texts).size, question.id).toBe(texts.length);
      }
    }
  },
);
