/**
 * What `/search/{locale}.json` holds: the items that can be found, with the text the result list shows of them, and MiniSearch's
 * own index over them. An item's number in the index is its place in `items`.
 */
import type { AsPlainObject } from 'minisearch';
import type { StageId } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

/** A closed union: whoever adds a kind is led by the compiler to the words, the address and the weight it needs. */
export const kinds = ['lesson', 'concept', 'lab', 'stage', 'placement', 'career', 'resource'] as const;
export type Kind = (typeof kinds)[number];

/** A place on an item's page. The first part of an item is the page itself, with an empty anchor and heading. */
export type Part = { readonly anchor: string; readonly heading: string; readonly text: string };

export type Item = {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly stage: StageId | null;
  /** Number of the lesson in the learner's records. */
  readonly lesson?: number;
  readonly parts: readonly [Part, ...Part[]];
};

export type IndexFile = { readonly version: number; readonly items: readonly Item[]; readonly index: AsPlainObject };

/** Rises when a page of an older build could not read the file. */
export const indexVersion = 2;

export const searchIndexPath = (locale: Locale): string => `/search/${locale}.json`;

/** Null for what is not an index of this version: a page that stayed open while the site was built anew, or a host's error page. */
export function parseIndexFile(data: unknown): IndexFile | null {
  const file = data as Partial<IndexFile> | null;
  const isIndex = typeof file === 'object' && file?.version === indexVersion && Array.isArray(file.items) && file.index;
  return isIndex ? (file as IndexFile) : null;
}

/** Route of an item's page, or of a place on it. */
export function itemRoute({ kind, id, stage }: Item, anchor: string, locale: Locale): string {
  const hash = anchor && `#${anchor}`;
  switch (kind) {
    case 'lesson':
      return routes.lesson(locale, stage ?? '', id) + hash;
    case 'concept':
      return routes.concept(locale, id);
    case 'lab':
      return routes.lab(locale, id);
    case 'stage':
      return routes.stage(locale, id) + hash;
    case 'placement':
      return routes.placement(locale, id);
    case 'career':
      return routes.paths(locale);
    case 'resource':
      return `${routes.resources(locale)}#${id}`;
  }
}
