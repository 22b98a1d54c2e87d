// @vitest-environment happy-dom
/** Reordering without a pointer, and what a screen reader hears of it. */
import { expect, test } from 'vitest';
import { strings } from '@/components/paths/editor/strings';
import { buttonNamed, settle } from '../../share/screen';
import { key, openEditor, order, part, press, spoken, t, titleOf } from './desk';

const start = [101, 102, 103, 104];

test('Space picks a lesson up, arrows move it, Space puts it down, each said in words, with the focus on its handle', async () => {
  const host = await openEditor('#from=math');
  expect(order(host)).toEqual(start);
  const handle = () => part(host, 101, 'handle');
  await settle(() => handle().focus());
  await key(handle(), ' ');
  expect(spoken(host)).toBe(t.say.picked(titleOf(101), 1, 4));
  await key(handle(), 'ArrowDown');
  await key(handle(), 'ArrowDown');
  expect(order(host)).toEqual([102, 103, 101, 104]);
  expect(spoken(host)).toBe(t.say.moved(titleOf(101), 3, 4));
  expect(document.activeElement).toBe(handle());
  expect(handle().getAttribute('aria-pressed')).toBe('true');
  await key(handle(), ' ');
  expect(spoken(host)).toBe(t.say.dropped(titleOf(101), 3, 4));
  expect(handle().getAttribute('aria-pressed')).toBe('false');
});

test('arrows do nothing to a lesson that is not picked up', async () => {
  const host = await openEditor('#from=math');
  await key(part(host, 101, 'handle'), 'ArrowDown');
  expect(order(host)).toEqual(start);
});

test('Escape puts it back where it was, and leaves nothing to undo', async () => {
  const host = await openEditor('#from=math');
  const handle = () => part(host, 103, 'handle');
  await key(handle(), 'Enter');
  await key(handle(), 'Home');
  expect(order(host)).toEqual([103, 101, 102, 104]);
  await key(handle(), 'Escape');
  expect(order(host)).toEqual(start);
  expect(spoken(host)).toBe(t.say.putBack(titleOf(103), 3, 4));
  expect(buttonNamed(host, /^Undo$/).getAttribute('aria-disabled')).toBe('true');
});

test('End goes to the last place, and going on from there says that it is the last', async () => {
  const host = await openEditor('#from=math');
  const handle = () => part(host, 101, 'handle');
  await key(handle(), ' ');
  await key(handle(), 'End');
  expect(order(host)).toEqual([102, 103, 104, 101]);
  await key(handle(), 'ArrowDown');
  expect(spoken(host)).toBe(t.say.last(titleOf(101)));
});

test('the buttons move by one, keep the focus, and say the place', async () => {
  const host = await openEditor('#from=math');
  await settle(() => part(host, 102, 'down').focus());
  await press(host, new RegExp(`Move “${titleOf(102)}” down`));
  expect(order(host)).toEqual([101, 103, 102, 104]);
  expect(document.activeElement).toBe(part(host, 102, 'down'));
  expect(spoken(host)).toBe(t.say.moved(titleOf(102), 3, 4));
});

test('at an end the button stays in reach and says so', async () => {
  const host = await openEditor('#from=math');
  const up = part(host, 101, 'up');
  expect(up.getAttribute('aria-disabled')).toBe('true');
  await settle(() => up.click());
  expect(order(host)).toEqual(start);
  expect(spoken(host)).toBe(t.say.first(titleOf(101)));
});

test('several moves of one lesson are one step back', async () => {
  const host = await openEditor('#from=math');
  await settle(() => part(host, 101, 'down').click());
  await settle(() => part(host, 101, 'down').click());
  await press(host, /^Undo$/);
  expect(order(host)).toEqual(start);
  await press(host, /^Redo$/);
  expect(order(host)).toEqual([102, 103, 101, 104]);
});

test('taking a lesson out gives the focus to the next one, and says it', async () => {
  const host = await openEditor('#from=math');
  await press(host, new RegExp(`Remove “${titleOf(102)}”`));
  expect(order(host)).toEqual([101, 103, 104]);
  expect(document.activeElement).toBe(part(host, 103, 'details'));
  expect(spoken(host)).toBe(t.say.removed(titleOf(102)));
});

test('Chinese announces in Chinese', async () => {
  const host = await openEditor('#from=math', 'zh');
  await settle(() => part(host, 101, 'down').click());
  expect(spoken(host)).toBe(strings.zh.say.moved(titleOf(101), 2, 4));
  expect(strings.zh.say.moved('一', 3, 12)).toBe('一，移到第 3 位，共 12 课。');
});
