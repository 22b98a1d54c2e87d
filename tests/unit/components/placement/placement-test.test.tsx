// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import type { AskedQuestion } from '@/lib/placement/grade';
import type { StageTest } from '@/lib/placement/stage-test';
import type { Records } from '@/lib/progress/records';
import {
  button,
  enter,
  find,
  hydrate,
  newPage,
  otherTab,
  press,
  render,
  storedRecords,
  text,
} from '../progress/render';

const lesson = (id: number, ...prerequisites: readonly number[]) => ({
  id,
  title: `Lesson ${id}`,
  href: `/en/learn/math/l${id}/`,
  prerequisites,
});
const choice = (id: string, of: number): AskedQuestion => ({
  id,
  lesson: of,
  prompt: `What is \`${id}\`?`,
  kind: 'choice',
  choices: [
    { right: false, text: `${id} wrong`, why: 'Because it is not.' },
    { right: true, text: `${id} right`, why: 'Because it is.' },
    { right: false, text: `${id} odd`, why: 'Nor is this.' },
  ],
});
const number: AskedQuestion = {
  id: '3n',
  lesson: 3,
  prompt: 'How many?',
  kind: 'number',
  answer: 12,
  tolerance: 0.5,
  unit: 'GB',
  why: 'Count them.',
};
const lessons = [lesson(1), lesson(2, 1), lesson(3, 2), lesson(4, 3)];
const given: StageTest = {
  stage: 'math',
  lessons,
  questions: [...lessons.flatMap(({ id }) => ['a', 'b', 'c'].map((letter) => choice(`${id}${letter}`, id))), number],
};

async function open(records?: Records): Promise<void> {
  await newPage(records);
  const { PlacementTest } = await import('@/components/placement/placement-test');
  await render(<PlacementTest test={given} locale="en" />);
}
const question = () => find('[data-question]').dataset.question ?? '';
const submit = () => act(async () => find<HTMLFormElement>('form').requestSubmit());
const choose = (place: number) => act(async () => find(`input[value="${place}"]`).click());

/** Goes on until the proposal is there; right where `knows` says so, else "I do not know". */
async function sit(knows: (lesson: number) => boolean): Promise<string[]> {
  const asked: string[] = [];
  while (document.querySelector('[data-question]')) {
    const id = question();
    asked.push(id);
    if (!knows(Number(id[0]))) await press('I do not know');
    else {
      if (id === number.id) await enter(find('input'), '12');
      else await choose(1);
      await submit();
    }
  }
  return asked;
}

test('before the start the page says what it promises, as the static page does', async () => {
  await newPage();
  const { PlacementTest } = await import('@/components/placement/placement-test');
  const { html, complaints } = await hydrate(<PlacementTest test={given} locale="en" />);
  expect(complaints).toEqual([]);
  expect(html).toContain('Nothing is skipped before you agree');
  expect(storedRecords().placement).toBeUndefined();
});

test('starting asks, the question takes the focus, and nothing is sent without an answer', async () => {
  await open();
  await press('Start');
  expect(document.activeElement?.textContent).toContain('Question 1');
  expect(find('h2 code').textContent).toBe(question());
  expect(button('Next').disabled).toBe(true);
  expect(text()).not.toContain('Because');
});

test('the same answers lead the same way, back asks again, and a reload goes on', async () => {
  await open();
  await press('Start');
  const first = question();
  await choose(1);
  await submit();
  const second = question();
  expect(second).not.toBe(first);
  await press('Previous question');
  expect(question()).toBe(first);
  await choose(1);
  await submit();
  expect(question()).toBe(second);
  await open(storedRecords());
  expect(question()).toBe(second);
  expect(document.activeElement).toBe(document.body);
});

test('a number is read as learners type it, and what is none is said', async () => {
  await newPage();
  const { QuestionForm } = await import('@/components/placement/question-form');
  const got: unknown[] = [];
  await render(
    <QuestionForm question={number} number={1} isFocused={false} locale="en" onAnswer={(answer) => got.push(answer)} />,
  );
  await enter(find('input'), 'twelve');
  await submit();
  expect(text()).toContain('Enter a number');
  await enter(find('input'), '1e999');
  await submit();
  await enter(find('input'), '１２.0');
  await submit();
  expect(got).toEqual([12]);
});

test('who knows the first two is told so, with reasons, and what is ticked is skipped and taken back', async () => {
  await open();
  await press('Start');
  const asked = await sit((id) => id <= 2);
  expect(asked.length).toBeLessThanOrEqual(16);
  expect(find('[data-counts]').dataset.counts).toBe('2/0/2');
  expect(find('[data-begin]').dataset.begin).toBe('3');
  expect(document.activeElement?.textContent).toBe('The proposal');
  expect(find('[data-advice="skip"] [data-lesson="1"] input').getAttribute('aria-describedby')).toBe('reason-1');
  expect(find('[data-advice="learn"] [data-lesson="4"] p').textContent).toMatch(/do not know|Builds on/);

  await press('Skip the 2 ticked lessons');
  expect(storedRecords().lessons?.['1']?.v).toEqual({ status: 'skipped', reason: 'known' });
  expect(text()).toContain('2 lessons are skipped.');
  expect(find('[data-lesson="2"]').textContent).toContain('Skipped already.');
  expect(button('Tick the lessons you want to skip').disabled).toBe(true);

  const { progress } = await import('@/components/progress/progress-store');
  await act(async () => progress.undo());
  expect(storedRecords().lessons?.['1']?.v).toBeNull();
  expect(text()).not.toContain('2 lessons are skipped.');
  expect(button('Skip the 2 ticked lessons').disabled).toBe(false);
});

test('the focus stays where the press was, and what was skipped is taken back on a later day too', async () => {
  await open({ lessons: { 4: { v: { status: 'skipped', reason: 'later' }, t: 1 } } });
  await press('Start');
  await sit((id) => id <= 2);
  await press('Skip the 2 ticked lessons');
  expect(document.activeElement?.textContent).toBe('2 lessons are skipped.');
  const records = storedRecords();

  await open(records);
  expect(document.activeElement).toBe(document.body);
  await press('Do not skip these 2 after all');
  expect(storedRecords().lessons?.['1']?.v).toBeNull();
  expect(storedRecords().lessons?.['2']?.v).toBeNull();
  expect(storedRecords().lessons?.['4']?.v).toEqual({ status: 'skipped', reason: 'later' });
  expect(text()).not.toContain('after all');
  expect(button('Skip the 2 ticked lessons').disabled).toBe(false);
});

test('a lesson that was in progress is so again when the skipping is taken back at once', async () => {
  await open({ lessons: { 1: { v: { status: 'doing' }, t: 1 } } });
  await press('Start');
  await sit((id) => id <= 1);
  await act(async () => find('[data-lesson="1"] input').click());
  await press('Skip the ticked lesson');
  await press('Do not skip it after all');
  expect(storedRecords().lessons?.['1']?.v).toEqual({ status: 'doing' });
  expect(document.activeElement?.textContent).toBe('Taken back.');
});

test('the learner decides: a box may be taken away or added, and a lesson that was begun is not ticked', async () => {
  await open({ lessons: { 1: { v: { status: 'doing' }, t: 1 }, 2: { v: { status: 'done' }, t: 1 } } });
  await press('Start');
  await sit((id) => id <= 3);
  expect(find<HTMLInputElement>('[data-lesson="1"] input').checked).toBe(false);
  expect(document.querySelector('[data-lesson="2"] input')).toBeNull();
  await act(async () => find('[data-lesson="4"] input').click());
  await act(async () => find('[data-lesson="3"] input').click());
  await press('Skip the ticked lesson');
  const { lessons: stored } = storedRecords();
  expect([1, 2, 3, 4].map((id) => (stored?.[id]?.v as { status?: string } | undefined)?.status)).toEqual([
    'doing',
    'done',
    undefined,
    'skipped',
  ]);
});

test('the answers are explained at the end, and starting again empties them', async () => {
  await open();
  await press('Start');
  await sit(() => false);
  expect(find('[data-counts]').dataset.counts).toBe('0/0/4');
  expect(text()).toContain('you did not know');
  expect(text()).toContain('Because it is.');
  await press('Start again');
  expect(find('[data-placement="start"]')).toBeTruthy();
  expect(storedRecords().placement?.math?.v).toBeNull();
});

test('another tab’s answer is seen here', async () => {
  await open();
  await press('Start');
  const first = question();
  await otherTab({ placement: { math: { v: { answers: [{ id: first, answer: 1 }] }, t: Date.now() + 1000 } } });
  expect(question()).not.toBe(first);
});
