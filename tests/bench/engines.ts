/** What the pure parts cost at today's size and at one far beyond it: share codes, progress, the map, compiling a lesson. */
import { readFileSync } from 'node:fs';
import { compile } from '@mdx-js/mdx';
import lz from 'lz-string';
import type { LessonDraft } from '@/lib/content/read-lesson';
import type { Site } from '@/lib/content/site-types';
import { locales } from '@/lib/i18n/locale';
import { layoutMap, type MapConcept, type MapModule } from '@/lib/map/layout';
import { setStatus } from '@/lib/progress/actions';
import { mergeRecords } from '@/lib/progress/merge';
import { serializeDocument } from '@/lib/progress/parse';
import type { Records } from '@/lib/progress/records';
import { type Backend, storageKey } from '@/lib/progress/storage';
import { createProgress } from '@/lib/progress/store';
import { createRandom } from '@/lib/random';
import { homeLessons } from '@/lib/share/lesson-list';
import { encodeSnapshot, lessonStates, type Snapshot } from '@/lib/share/snapshot-code';
import { sitePlugins } from '@/tests/content/site-plugins';
import { characters, milliseconds, printTable, time } from './table';

export function benchShare(): void {
  const random = createRandom(1);
  const states = (ids: readonly number[]): Snapshot => ({
    taken: '2026-11-23',
    lessons: ids.map((id) => ({ id, state: lessonStates[random.integer(4)] ?? 'todo' })),
  });
  const thousand = Array.from({ length: 1000 }, (_, i) => 101 + Math.floor(i / 20) * 100 + (i % 20));
  for (const [name, ids] of [
    ['60 lessons', homeLessons],
    ['1,000 lessons', thousand],
  ] as const) {
    const snapshot = states(ids);
    const encoded = encodeSnapshot(snapshot);
    if (!encoded.ok) throw new Error(`a snapshot of ${name} does not encode`);
    const json = JSON.stringify(snapshot);
    printTable(
      `Snapshot of ${name}, random states (the least compressible ones)`,
      [
        { name: 'our code', value: encoded.code.length },
        { name: 'lz-string, URI-safe', value: lz.compressToEncodedURIComponent(json).length },
        { name: 'JSON, percent-encoded', value: encodeURIComponent(json).length },
      ],
      characters,
    );
  }
}

export function benchProgress(): void {
  const rows = [60, 10_000].flatMap((size) => {
    const mine = someRecords(size, 0);
    const newer = someRecords(size, 1);
    const disk = new Map([[storageKey, serializeDocument(mine)]]);
    const backend: Backend = {
      get: (key) => disk.get(key) ?? null,
      set: (key, text) => disk.set(key, text),
      remove: (key) => disk.delete(key),
      keys: () => [...disk.keys()],
      listen: () => {},
    };
    let clock = 1e12;
    const progress = createProgress({ backend, now: () => ++clock });
    progress.subscribe(() => {});
    let turn = 0;
    const label = size.toLocaleString('en');
    return [
      {
        name: `one update, ${label} records`,
        value: time(() => setStatus(progress, 101, ++turn % 2 ? 'done' : 'doing')),
      },
      { name: `merge, all newer, ${label} records`, value: time(() => mergeRecords(mine, newer)) },
      { name: `merge, nothing newer, ${label} records`, value: time(() => mergeRecords(newer, mine)) },
    ];
  });
  printTable('Progress (an update reads, merges and writes storage)', rows, milliseconds);
}

/** Half lessons, half answered checks: what a learner's document is made of. */
function someRecords(size: number, later: number): Records {
  const lessons = Array.from({ length: size / 2 }, (_, i) => [
    String(101 + i),
    { v: { status: 'done' }, t: 1e9 + i + later },
  ]);
  const checks = Array.from({ length: size / 2 }, (_, i) => [
    `${101 + i}/check`,
    { v: { answer: [i % 4], correct: true, tries: 1 }, t: 1e9 + i + later },
  ]);
  return { lessons: Object.fromEntries(lessons), checks: Object.fromEntries(checks) };
}

export function benchMap(site: Site): void {
  const modules = site.conceptModules;
  const sizes = [site.concepts.length, 1000];
  printTable(
    'Map layout (at build)',
    sizes.map((size, i) => {
      const concepts = i === 0 ? site.concepts : manyConcepts(size, modules);
      return { name: `${size.toLocaleString('en')} concepts`, value: time(() => layoutMap(concepts, modules), 5) };
    }),
    milliseconds,
  );
}

/** Up to three prerequisites each, from the fifty concepts before. */
function manyConcepts(size: number, modules: readonly MapModule[]): MapConcept[] {
  const random = createRandom(2);
  return Array.from({ length: size }, (_, i) => {
    const below = Array.from({ length: Math.min(i, 3) }, () => `c${i - 1 - random.integer(Math.min(i, 50))}`);
    const module = modules[random.integer(modules.length)]?.id ?? '';
    return { id: `c${i}`, module, prerequisites: [...new Set(below)] };
  });
}

export async function benchLessons(lessons: readonly LessonDraft[]): Promise<void> {
  const plugins = await sitePlugins();
  const once = async (lesson: LessonDraft) => {
    const start = performance.now();
    for (const locale of locales) await compile(readFileSync(`${lesson.folder}/${locale}.mdx`, 'utf8'), plugins);
    return performance.now() - start;
  };
  for (const lesson of lessons) await once(lesson);
  const rows = [];
  for (const lesson of lessons) {
    rows.push({ name: lesson.slug, value: Math.min(await once(lesson), await once(lesson), await once(lesson)) });
  }
  const mean = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  printTable('Compiling a lesson, both languages', [{ name: 'mean', value: mean }, ...rows], milliseconds);
}
