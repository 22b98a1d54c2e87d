/** The index of one language, made when the site is built. */
import MiniSearch from 'minisearch';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { makeDocuments, type SearchDocument } from './documents';
import { type IndexFile, indexVersion } from './index-file';
import { type FieldTerms, miniOptions } from './mini-options';
import { tokenizeText } from './tokenize';
import { namesIn, wholeName } from './whole-name';

export function buildIndex(site: Site, locale: Locale): IndexFile {
  const documents = makeDocuments(site, locale);
  const mini = new MiniSearch<FieldTerms>(miniOptions);
  mini.addAll(documents.map(fieldTerms));
  return { version: indexVersion, items: documents.map(({ item }) => item), index: mini.toJSON() };
}

function fieldTerms({ item, aliases }: SearchDocument, id: number): FieldTerms {
  const title = new Set(termsOf(item.title));
  // An alias that repeats the title would count twice.
  const others = new Set(aliases.flatMap(termsOf).filter((term) => !title.has(term)));
  const names = new Set([item.title, ...aliases].flatMap(namesIn).flatMap((name) => wholeName(name) ?? []));
  const body = item.parts.flatMap(({ text }) => termsOf(text));
  return {
    id,
    title: lines(title),
    name: lines(names),
    aliases: lines(others),
    heading: lines(item.parts.flatMap(({ heading }) => termsOf(heading))),
    text: lines(body.filter((term) => !isNoise(term))),
  };
}

const termsOf = (text: string): string[] => tokenizeText(text).map(({ term }) => term);
const lines = (terms: Iterable<string>): string => [...terms].join('\n');

/** Single characters and most numbers of running text: nobody looks for them, and they would be a tenth of the index. */
const isNoise = (term: string): boolean => /^.$|^\d{2}$|^\d{5,}$|^\d[\d.,]*[.,]/u.test(term);
