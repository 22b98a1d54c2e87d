// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { isKnownRecord } from '@/components/progress/known-record';
import { lessonEvidence } from '@/components/progress/me-lesson-evidence';
import { serializeDocument } from '@/lib/progress/parse';
import type { Records } from '@/lib/progress/records';
import { find, newPage, press, render, settle, storedRecords, text } from './render';

const lesson = { id: 101, title: 'First', href: '/a/', minutes: 35, checks: ['a', 'b'], labs: ['lab'], exercise: true };
const stage = { id: 'math', title: 'Math', href: '/math/', ids: [101], lessons: [lesson] };
const targets = [{ id: 101, stage: 'math', href: '/a/', title: 'First' }];
const worked: Records = {
  lessons: { 101: { v: { status: 'done' }, t: 5 } },
  checks: {
    '101/a': { v: { answer: 1, correct: true, tries: 1 }, t: 5 },
    '101/b': { v: { answer: 1, correct: false, tries: 3 }, t: 5 },
    '101/gone': { v: { answer: 1, correct: true, tries: 1 }, t: 5 },
  },
  runs: { 101: { v: { passed: 2, total: 4 }, t: 5 } },
  goals: { lab: { v: true, t: 5 } },
  notes: { 101: { v: 'mine', t: 5 } },
};

async function choose(name: string, content: string): Promise<void> {
  const input = find<HTMLInputElement>('input[type=file]');
  const file = new File([content], name, { type: 'application/json' });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await file.text();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

test('evidence counts what the lesson holds today and is right', () => {
  expect(lessonEvidence(worked, lesson)).toEqual({
    right: 1,
    run: { passed: 2, total: 4 },
    passedAll: false,
    metLabs: ['lab'],
  });
  expect(lessonEvidence({ runs: { 101: { v: { passed: 0, total: 0 }, t: 1 } } }, lesson).passedAll).toBe(false);
});

test('a record is known by its collection and its lesson', () => {
  const isKnown = isKnownRecord(new Set(['101']));
  expect(isKnown('checks', '101/a')).toBe(true);
  expect(isKnown('bookmarks', '101#h')).toBe(true);
  expect(isKnown('lessons', '1011')).toBe(false);
  expect(isKnown('prefs', 'anything')).toBe(true);
  expect(isKnown('streaks', '101')).toBe(false);
});

test('a lesson is reset from its row and given back by undo, its note untouched', async () => {
  await newPage(worked);
  const { MeLessons } = await import('@/components/progress/me-lessons');
  const { StorageNotice } = await import('@/components/progress/storage-notice');
  await render(
    <>
      <MeLessons stages={[stage]} locale="en" />
      <StorageNotice locale="en" aliases={{}} retiredSteps={{}} />
    </>,
  );
  expect(text()).toContain('35 min · checks 1/2 · exercise 2/4 · lab goals 1/1');
  await press('Reset “First”');
  await settle();
  expect(find('[data-status]').dataset.status).toBe('todo');
  expect(storedRecords().notes?.['101']?.v).toBe('mine');
  expect(text()).toContain('The lesson was reset.');
  await press('Undo');
  expect(find('[data-status]').dataset.status).toBe('done');
  expect(text()).toContain('checks 1/2');
});

test('reset all and delete everything are asked first', async () => {
  await newPage(worked);
  const { MeReset } = await import('@/components/progress/me-reset');
  await render(<MeReset locale="en" />);
  await press('Reset all progress…');
  expect(storedRecords().lessons?.['101']?.v).not.toBeNull();
  await press('Keep it');
  await press('Reset all progress…');
  await press('Reset 1 lesson');
  expect(storedRecords().lessons?.['101']?.v).toBeNull();
  expect(storedRecords().notes?.['101']?.v).toBe('mine');
  await press('Delete everything…');
  await press('Delete everything');
  expect(storedRecords().notes?.['101']?.v).toBeNull();
  expect(text()).toContain('nothing to reset');
});

test('a file is previewed first, changes nothing until merged, and can then be undone', async () => {
  await newPage({ lessons: { 101: { v: { status: 'done' }, t: 5 } } });
  const { MeImport } = await import('@/components/progress/me-import');
  await render(<MeImport lessons={targets} locale="en" />);
  await choose(
    'p.json',
    serializeDocument({
      lessons: { 101: { v: { status: 'doing' }, t: 4 }, 999: { v: { status: 'done' }, t: 4 } },
      notes: { 101: { v: 'from file', t: 1 } },
    }),
  );
  expect([...document.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['2', '0', '1', '0']);
  expect(text()).toContain('1 of these');
  expect(storedRecords().notes).toBeUndefined();
  await press('Merge');
  expect(storedRecords().notes?.['101']?.v).toBe('from file');
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'done' });
  const { progress } = await import('@/components/progress/progress-store');
  await act(async () => progress.undo());
  expect(storedRecords().notes?.['101']?.v).toBeNull();
});

test.each([
  ['not json', 'damaged'],
  ['{"some":"thing"}', 'not a progress file'],
  ['{"app":"layerwise","version":9}', 'newer version'],
])('the file %s is refused with a reason, and nothing changes', async (content, reason) => {
  await newPage(worked);
  const { MeImport } = await import('@/components/progress/me-import');
  await render(<MeImport lessons={targets} locale="en" />);
  await choose('p.json', content);
  expect(text()).toContain(reason);
  expect(storedRecords()).toEqual(worked);
});

test('the exported file is named by the day, holds everything, and is remembered as the last backup', async () => {
  await newPage(worked);
  const files: { name: string; blob: Blob }[] = [];
  let blob = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob;
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob });
  });
  const { MeBackup } = await import('@/components/progress/me-backup');
  await render(<MeBackup lessons={targets} locale="en" />);
  await settle();
  expect(text()).toContain('No backup yet.');
  await press('Download my progress');
  vi.restoreAllMocks();
  expect(files[0]?.name).toMatch(/^layerwise-progress-\d{4}-\d\d-\d\d\.json$/);
  const written = JSON.parse((await files[0]?.blob.text()) ?? '').records;
  expect(written).toMatchObject(worked);
  expect(written.prefs['last-backup'].v).toBeGreaterThan(0);
  expect(text()).toContain('Last backup:');
});
