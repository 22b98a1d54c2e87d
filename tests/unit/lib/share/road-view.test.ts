import { expect, test } from 'vitest';
import { byStage, matchLessons, type ShareRoad } from '@/lib/share/road-view';

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
