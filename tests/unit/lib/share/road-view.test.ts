import { expect, test } from 'vitest';
import { byStage, careerOf, findLesson, matchLessons, type ShareRoad } from '@/lib/share/road-view';

const lesson = (id: number, stage: 'math' | 'toolchain') => ({
  id,
  stage,
  slug: `l${id}`,
  title: `L${id}`,
  minutes: 30,
});
const road: ShareRoad = {
  stages: [
    { id: 'math', title: 'Mathematics' },
    { id: 'toolchain', title: 'Toolchain' },
    { id: 'frontier', title: 'Frontier' },
  ],
  lessons: [lesson(101, 'math'), lesson(102, 'math'), lesson(201, 'toolchain')],
  careers: [{ id: 'career-expert', version: 2, name: 'Expert', titles: ['专家', 'Expert'], lessons: [201, 101, 999] }],
  aliases: { '90': 91, '91': 101, '80': 81, '81': 80 },
};

test('lessons keep the order of the code, unknown ones are counted', () => {
  const { known, unknown } = matchLessons(road, [{ id: 201 }, { id: 999 }, { id: 101 }]);
  expect(known.map((item) => item.lesson.title)).toEqual(['L201', 'L101']);
  expect(unknown).toBe(1);
});

test('a retired lesson shows as the one that took its place; a loop of aliases is unknown, not endless', () => {
  const { known, unknown } = matchLessons(road, [{ id: 90 }, { id: 80 }]);
  expect(known.map((item) => [item.id, item.lesson.id])).toEqual([[90, 101]]);
  expect(unknown).toBe(1);
});

test('stages come in road order, those without lessons too', () => {
  const { known } = matchLessons(road, [{ id: 201 }, { id: 102 }, { id: 101 }]);
  expect(byStage(road, known).map((stage) => [stage.id, stage.items.map((item) => item.id)])).toEqual([
    ['math', [102, 101]],
    ['toolchain', [201]],
    ['frontier', []],
  ]);
});

test('a lesson is found by its number, its former number, or not at all', () => {
  expect([101, 90, 999].map((id) => findLesson(road, id)?.title)).toEqual(['L101', 'L101', undefined]);
});

const career = { id: 'career-expert', version: 2, title: 'Expert', lessons: [{ id: 201 }, { id: 101 }, { id: 999 }] };

test("the roadmap's own path is told from what only carries its number", () => {
  expect(careerOf(road, career)).toEqual({ name: 'Expert', isTrue: true });
  expect(careerOf(road, { ...career, title: '专家' })).toEqual({ name: 'Expert', isTrue: true });
  expect(careerOf(road, { ...career, id: 'team' })).toBeUndefined();
});

test.each([
  { version: 3 },
  { lessons: career.lessons.slice(1) },
  { lessons: [...career.lessons].reverse() },
  { mentor: 'Eve' },
  { lessons: career.lessons.map((lesson) => ({ ...lesson, note: 'buy my course' })) },
  { start: '2026-12-01' },
  { title: 'Expert in scams' },
])("a link that changes something of the roadmap's own path is not it: %j", (change) => {
  expect(careerOf(road, { ...career, ...change })).toEqual({ name: 'Expert', isTrue: false });
});
