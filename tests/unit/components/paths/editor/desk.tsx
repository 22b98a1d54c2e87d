/** The editor on a small road, for tests: lessons 101–104 are mathematics, 201–202 toolchain, and two of them build on others. */
import { PathEditor } from '@/components/paths/editor/path-editor';
import { strings } from '@/components/paths/editor/strings';
import type { Locale } from '@/lib/i18n/locale';
import type { DraftRoad } from '@/lib/paths/draft-road';
import { draftKey, readDrafts } from '@/lib/paths/draft-storage';
import type { Records } from '@/lib/progress/records';
import { browserBackend, storageKey } from '@/lib/progress/storage';
import type { SharedPath } from '@/lib/share/path-code';
import { buttonNamed, find, settle, show } from '../../share/screen';

const lesson = (id: number, stage: 'math' | 'toolchain', needs: readonly number[] = []) => ({
  id,
  slug: `lesson-${id}`,
  stage,
  module: `${stage}-1`,
  title: `Lesson ${'abcdefgh'[id % 100]}${id < 200 ? '' : '2'}`,
  minutes: 60,
  words: `课 ${id}`,
  needs,
});

export const road: DraftRoad = {
  stages: [
    { id: 'math', title: 'Mathematics', modules: [{ id: 'math-1', title: 'First' }] },
    { id: 'toolchain', title: 'Toolchain', modules: [{ id: 'toolchain-1', title: 'Tools' }] },
  ],
  lessons: [
    lesson(101, 'math'),
    lesson(102, 'math', [101]),
    lesson(103, 'math', [102]),
    lesson(104, 'math'),
    lesson(201, 'toolchain'),
    lesson(202, 'toolchain', [201]),
  ],
  careers: [{ id: 'builder', name: 'Builder', summary: 'Builds', lessons: [201, 101], planned: 3 }],
  aliases: {},
};
export const titleOf = (id: number) => road.lessons.find((each) => each.id === id)?.title ?? '';

/** `stored`: paths that are in the browser already, with `own` set on those made here. */
export async function openEditor(hash: string, locale: Locale = 'en'): Promise<HTMLElement> {
  window.history.replaceState(null, '', `/${locale}/paths/new/${hash}`);
  const host = await show(<PathEditor locale={locale} road={road} field={{ concepts: [], conceptModules: [] }} />);
  await settle(() => {});
  return host;
}

/** Puts paths where the progress store finds them, as another tab would. */
export async function store(...paths: readonly (SharedPath & { own?: true })[]): Promise<void> {
  const records = storedRecords();
  const entries = paths.map((path) => [path.id, { v: path, t: Date.now() + 1 }]);
  const next = { ...records, paths: { ...records.paths, ...Object.fromEntries(entries) } };
  localStorage.setItem(storageKey, JSON.stringify({ app: 'layerwise', version: 1, records: next }));
  await settle(() => window.dispatchEvent(new Event('storage')));
}

export function storedRecords(): Records {
  return JSON.parse(localStorage.getItem(storageKey) ?? '{"records":{}}').records;
}

export const storedPath = (id: string) => storedRecords().paths?.[id]?.v;

export const order = (host: ParentNode) =>
  [...host.querySelectorAll<HTMLElement>('[data-row]')].map((row) => Number(row.dataset.row));
export const spoken = (host: ParentNode) => find(host, '[data-editor="desk"] > [role="status"]').textContent;
export const part = (host: ParentNode, id: number, name: string) =>
  find<HTMLButtonElement>(host, `[data-row="${id}"] [data-part="${name}"]`);
export const press = (host: ParentNode, name: RegExp) => settle(() => buttonNamed(host, name).click());
export const key = (element: Element, name: string) =>
  settle(() => element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));

/** The page is left or hidden: what is pending is written at once. */
export const leave = () => settle(() => window.dispatchEvent(new Event('pagehide')));
export const keptDrafts = () => readDrafts(browserBackend);

/** Another tab writes the draft with another title. */
export async function otherTab(id: string, title: string): Promise<void> {
  const document = JSON.parse(localStorage.getItem(draftKey) ?? '{}');
  for (const kept of document.drafts)
    if (kept.draft.id === id) {
      kept.draft.title = title;
      kept.changed += 1_000;
    }
  localStorage.setItem(draftKey, JSON.stringify(document));
}
export const otherTabWrote = () =>
  settle(() => window.dispatchEvent(Object.assign(new Event('storage'), { key: draftKey })));

export const t = strings.en;
