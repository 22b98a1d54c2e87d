/** The index of a language: fetched when the dialog first opens, kept for the life of the page. */
'use client';
import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { withBasePath } from '@/lib/i18n/routes';
import { parseIndexFile, searchIndexPath } from '@/lib/search/index-file';
import { loadIndex, type SearchIndex } from '@/lib/search/load-index';

/** `outdated`: the site was built anew in a way that this page cannot read. */
export type IndexState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly index: SearchIndex }
  | { readonly phase: 'unreachable' | 'outdated' };

type Outcome = Exclude<IndexState, { phase: 'loading' }>;

const kept = new Map<Locale, Promise<Outcome>>();

/** A failure is not kept: the next try asks again. */
function indexOf(locale: Locale): Promise<Outcome> {
  const before = kept.get(locale);
  if (before) return before;
  const asked = fetchIndex(locale).then((outcome) => {
    if (outcome.phase !== 'ready') kept.delete(locale);
    return outcome;
  });
  kept.set(locale, asked);
  return asked;
}

async function fetchIndex(locale: Locale): Promise<Outcome> {
  const address = withBasePath(searchIndexPath(locale));
  try {
    // A copy in the browser's cache may be of another build than this page.
    const file =
      parseIndexFile(await fetchJson(address)) ?? parseIndexFile(await fetchJson(address, { cache: 'reload' }));
    return file ? { phase: 'ready', index: await loadIndex(file) } : { phase: 'outdated' };
  } catch {
    return { phase: 'unreachable' };
  }
}

async function fetchJson(address: string, options?: RequestInit): Promise<unknown> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** The second value tries again after a failure. */
export function useIndex(locale: Locale): readonly [IndexState, () => void] {
  const [state, setState] = useState<IndexState>({ phase: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every try asks anew
  useEffect(() => {
    let isCurrent = true;
    setState({ phase: 'loading' });
    indexOf(locale).then((outcome) => isCurrent && setState(outcome));
    return () => {
      isCurrent = false;
    };
  }, [locale, tries]);
  return [state, () => setTries((count) => count + 1)];
}
