// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { encodeCodeText } from '@/lib/hand-over/code-text';
import { packDocument } from '@/lib/hand-over/payload';
import { serializeDocument } from '@/lib/progress/parse';
import type { Records } from '@/lib/progress/records';
import {
  enter,
  find,
  newPage,
  press,
  render,
  settle,
  storedRecords,
  text,
  until,
} from '@/tests/unit/components/progress/render';

const mine: Records = { lessons: { 101: { v: { status: 'done' }, t: 9 } } };
const theirs: Records = {
  lessons: { 101: { v: { status: 'doing' }, t: 4 }, 107: { v: { status: 'done' }, t: 4 } },
  notes: { 107: { v: 'from the phone', t: 4 } },
};

async function open(): Promise<void> {
  await newPage(mine);
  const { ReceivePanel } = await import('@/components/hand-over/receive-panel');
  const { StorageNotice } = await import('@/components/progress/storage-notice');
  await render(
    <>
      <ReceivePanel locale="en" lessons={[{ id: 101 }, { id: 107 }]} />
      <StorageNotice locale="en" aliases={{}} retiredSteps={{}} />
    </>,
  );
}

async function submit(content: string): Promise<void> {
  await enter(find('textarea'), content);
  await press('Open');
  await until(() => expect(find('[role=status]').textContent).not.toBe(''));
}

const codeOf = async (records: Records) => encodeCodeText(await packDocument(serializeDocument(records))) ?? '';

test('a pasted code is previewed, changes nothing until merged, loses nothing newer, and can be undone', async () => {
  await open();
  await submit(`sent from my phone:\n${await codeOf(theirs)}`);
  expect([...document.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['2', '0', '1', '0']);
  expect(storedRecords()).toEqual(mine);
  await press('Merge');
  await settle();
  expect(storedRecords().notes?.['107']?.v).toBe('from the phone');
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'done' });
  expect(text()).toContain('The progress of the other device was merged.');
  await press('Undo');
  expect(storedRecords().notes?.['107']?.v).toBeNull();
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'done' });
});

test('a preview that is declined changes nothing', async () => {
  await open();
  await submit(await codeOf(theirs));
  await press('Cancel');
  expect(text()).not.toContain('New here');
  expect(storedRecords()).toEqual(mine);
});

test.each([
  ['hello', 'nothing that the hand-over made'],
  ['lwh1AAAAEEE', 'The end of the text is missing'],
  ['lwh2AAAAEEE', 'newer version'],
  ['{"app":"layerwise","version":7}', 'newer version'],
  ['{"app":"other"}', 'not a progress file'],
])('of “%s” is said why not, and nothing changes', async (content, words) => {
  await open();
  await submit(content);
  expect(text()).toContain(words);
  expect(text()).toContain('Nothing was changed');
  expect(storedRecords()).toEqual(mine);
});
