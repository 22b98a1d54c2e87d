/**
 * Which download a page belongs to.
 *
 * - The core is the door, the roadmap and the list of what is here: everybody has it.
 * - The rooms of a language are those one goes to every day: everybody has them who reads it.
 * - A stage is its own page and its lessons, with every concept and lab that these link to; whoever has it can follow any such link.
 *   Each stage also has the other rooms and the search, which are too large to be fetched unasked, and are fetched once for all stages.
 * - What no lesson leads to yet is the rest.
 */
import { locales } from '@/lib/i18n/locale';
import type { Group } from '@/lib/offline/file-index';
import { coreGroup, pythonGroup, restStage, roomsGroup, stageGroup } from '@/lib/offline/wanted';

type Part = readonly [group: string, kind: 'page' | 'file', path: string];

/** `links`: the pages a page links to. `files`: all other files of the site. */
export function groupPages(
  pages: readonly string[],
  links: (page: string) => readonly string[],
  files: readonly string[],
): ReadonlyMap<string, Group> {
  const stages = [...new Set(pages.filter((page) => stageOf(page)).map(groupOfPage))];
  const stagesOf = (locale: string) => stages.filter((group) => group?.startsWith(`${locale}/`)).map(String);
  const onTheRoad = pages.flatMap((page): readonly Part[] => {
    if (isDetail(page)) return [];
    const group = groupOfPage(page);
    if (!group) return stagesOf(localeOf(page)).map((stage) => [stage, 'page', page]);
    const reached = isLesson(page)
      ? links(page).filter((link) => isDetail(link) && localeOf(link) === localeOf(page))
      : [];
    return [page, ...reached].map((path) => [group, 'page', path]);
  });
  const reached = new Set(onTheRoad.map(([, , path]) => path));
  const rest = pages
    .filter((page) => !reached.has(page))
    .map((page): Part => [stageGroup(localeOf(page), restStage), 'page', page]);
  const loose = files.flatMap((file): readonly Part[] => {
    const search = locales.find((locale) => file.startsWith(`/search/${locale}.`));
    if (search) return stagesOf(search).map((stage) => [stage, 'file', file]);
    const group = groupOfFile(file);
    return group ? [[group, 'file', file]] : [];
  });
  return collect([...onTheRoad, ...rest, ...loose]);
}

const localeOf = (page: string) => page.split('/')[1] ?? '';

/** One of the many: a concept or a lab by itself. */
const isDetail = (page: string) => /^\/[a-z]+\/(concepts|labs)\/[^/]+\//.test(page);

const isLesson = (page: string) => page.split('/')[2] === 'learn';
const stageOf = (page: string) => /^\/[a-z]+\/(?:learn|stages)\/([^/]+)\//.exec(page)?.[1];

const dailyRooms = ['map', 'labs', 'paths', 'me', 'share'];

/** Null for a room that comes with every stage. */
function groupOfPage(page: string): string | null {
  const [, locale = '', room = '', ...deeper] = page.split('/');
  if (room === '' || room === 'offline') return coreGroup;
  const stage = stageOf(page);
  if (stage) return stageGroup(locale, stage);
  return dailyRooms.includes(room) && deeper.join('') === '' ? roomsGroup(locale) : null;
}

/** Null for what comes with the pages that need it. */
function groupOfFile(file: string): string | null {
  if (/^\/(404\.html|icon\.svg|[a-z]+\/manifest\.webmanifest)$/.test(file)) return coreGroup;
  if (file.startsWith('/python/')) return pythonGroup;
  const locale = locales.find((one) => new RegExp(`^/${one}/[^/]+\\.json$`).test(file));
  return locale ? roomsGroup(locale) : null;
}

function collect(parts: readonly Part[]): ReadonlyMap<string, Group> {
  const names = [...new Set(parts.map(([group]) => group))];
  const of = (name: string, kind: Part[1]) => [
    ...new Set(parts.flatMap(([group, is, path]) => (group === name && is === kind ? [path] : []))),
  ];
  return new Map(names.map((name) => [name, { pages: of(name, 'page'), files: of(name, 'file') }]));
}
