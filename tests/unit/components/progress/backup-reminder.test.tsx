// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { newPage, press, render, settle, storedRecords, text } from './render';

const day = 24 * 60 * 60 * 1000;
const reminder = 'exists only in this browser';

async function openLesson(): Promise<void> {
  const { StatusControl } = await import('@/components/progress/status-control');
  const { StorageNotice } = await import('@/components/progress/storage-notice');
  await render(
    <>
      <StatusControl id={101} locale="en" />
      <StorageNotice locale="en" aliases={{}} retiredSteps={{}} />
    </>,
  );
  await settle();
}

test('completing the second lesson brings the reminder, the first does not', async () => {
  await newPage();
  await openLesson();
  await press('Mark complete');
  await settle();
  expect(text()).not.toContain(reminder);
  await newPage({ lessons: { 107: { v: { status: 'done' }, t: Date.now() - day } } });
  await openLesson();
  expect(text()).not.toContain(reminder);
  await press('Mark complete');
  await settle();
  expect(text()).toContain(reminder);
});

const two = { 101: { v: { status: 'done' }, t: 1 }, 107: { v: { status: 'done' }, t: 1 } };

test('closed, it stays away on the next page too, and comes again after two weeks', async () => {
  await newPage({ lessons: two });
  await openLesson();
  await press('Close');
  expect(text()).not.toContain(reminder);
  const records = storedRecords();
  await newPage(records);
  await openLesson();
  expect(text()).not.toContain(reminder);
  await newPage({ ...records, prefs: { 'backup-reminded': { v: Date.now() - 15 * day, t: 1 } } });
  await openLesson();
  expect(text()).toContain(reminder);
});

test('its button makes the backup at once, and with that it is done', async () => {
  await newPage({ lessons: two });
  await openLesson();
  const files: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push(this.download);
  });
  await press('Download a backup');
  await settle();
  vi.restoreAllMocks();
  expect(files).toEqual([expect.stringMatching(/^layerwise-progress-/)]);
  expect(storedRecords().prefs?.['last-backup']?.v).toBeGreaterThan(0);
  expect(text()).not.toContain(reminder);
});
