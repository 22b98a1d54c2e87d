/** The index in the browser. */
import MiniSearch from 'minisearch';
import type { IndexFile, Item } from './index-file';
import { type FieldTerms, miniOptions } from './mini-options';

export type SearchIndex = { readonly items: readonly Item[]; readonly mini: MiniSearch<FieldTerms> };

/** Gives the page its turn now and then, so that typing goes on meanwhile. Throws when the index is not MiniSearch's. */
export async function loadIndex({ items, index }: IndexFile): Promise<SearchIndex> {
  return { items, mini: await MiniSearch.loadJSAsync<FieldTerms>(index, miniOptions) };
}
