// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import { button, enter, find, hydrate, newPage, otherTab, press, render, settle, storedRecords, text } from './render';

const load = async () => (await import('@/components/progress/status-control')).StatusControl;

test('the server sends the empty state, and hydration shows the stored one without complaint', async () => {
  await newPage({ lessons: { 101: { v: { status: 'skipped', reason: 'known' }, t: 1 } } });
  const StatusControl = await load();
  const { html, complaints } = await hydrate(<StatusControl id={101} locale="en" />);
  expect(html).toContain('data-status="todo"');
  expect(complaints).toEqual([]);
  expect(find('section').dataset.status).toBe('skipped');
  expect(text()).toContain('Skipped: I know this already');
});

test('marking complete is stored, said, and taken back', async () => {
  await newPage();
  const StatusControl = await load();
  await render(<StatusControl id={101} locale="en" />);
  await press('Mark complete');
  expect(find('section').dataset.status).toBe('done');
  expect(find('[role=status]').textContent).toBe('Now: completed.');
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'done' });
  await press('Undo');
  expect(find('section').dataset.status).toBe('todo');
  expect(() => button('Undo')).toThrow();
});

test('undo gives back the reason of a skipped lesson', async () => {
  await newPage({ lessons: { 101: { v: { status: 'skipped', reason: 'own words' }, t: 1 } } });
  const StatusControl = await load();
  await render(<StatusControl id={101} locale="en" />);
  await press('Mark complete');
  await press('Undo');
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'skipped', reason: 'own words' });
});

test('every button says what it will do in every state', async () => {
  const words = {
    todo: ['Mark complete', 'Mark in progress', 'Skip…'],
    doing: ['Mark complete', 'Mark not started', 'Skip…'],
    done: ['Mark not complete', 'Mark in progress', 'Skip…'],
    skipped: ['Mark complete', 'Mark in progress', 'Do not skip'],
  };
  for (const [status, expected] of Object.entries(words)) {
    await newPage({ lessons: { 101: { v: { status }, t: 1 } } });
    const StatusControl = await load();
    await render(<StatusControl id={101} locale="en" />);
    expect([...document.querySelectorAll('button')].map((each) => each.textContent)).toEqual(expected);
  }
});

test('skipping asks why: one press, own words, or nothing at all', async () => {
  for (const [how, value] of [
    ['press', { status: 'skipped', reason: 'later' }],
    ['words', { status: 'skipped', reason: 'our team does not' }],
    ['nothing', { status: 'skipped' }],
  ] as const) {
    await newPage();
    const StatusControl = await load();
    await render(<StatusControl id={101} locale="en" />);
    await press('Skip…');
    await settle();
    if (how === 'press') await press('Later');
    if (how === 'words') await enter(find('input'), ' our team does not ');
    if (how !== 'press') await press('Skip');
    expect(storedRecords().lessons?.['101']?.v).toEqual(value);
    expect(document.querySelector('form')).toBeNull();
  }
});

test('focus goes to the first reason, and Escape brings it back without skipping', async () => {
  await newPage();
  const StatusControl = await load();
  await render(<StatusControl id={101} locale="zh" />);
  await press('跳过…');
  await settle();
  expect(document.activeElement?.textContent).toBe('已经会了');
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(document.activeElement?.textContent).toBe('跳过…');
  expect(find('section').dataset.status).toBe('todo');
});

test('what another tab does shows at once', async () => {
  await newPage();
  const StatusControl = await load();
  await render(<StatusControl id={101} locale="zh" />);
  await otherTab({ lessons: { 101: { v: { status: 'doing' }, t: 1 } } });
  expect(find('section').dataset.status).toBe('doing');
  expect(text()).toContain('在学');
});

test('the language changes the words and nothing else', async () => {
  await newPage();
  const StatusControl = await load();
  await render(<StatusControl id={101} locale="zh" />);
  await press('标记完成');
  const before = storedRecords();
  await render(<StatusControl id={101} locale="en" />);
  expect(find('section').dataset.status).toBe('done');
  expect(storedRecords()).toEqual(before);
  expect(button('Mark not complete')).toBeTruthy();
});
