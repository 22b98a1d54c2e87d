/**
 * The draft that is being edited: its history, and its keeping. Every change is written to the browser after a short pause and
 * when the page is left. What another tab wrote is never overwritten: a tab at rest takes it over, a tab with changes of its own
 * goes on as a path of its own.
 */
'use client';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Draft, hasChanged, isSameContent, type PathContent } from '@/lib/paths/draft';
import { writeDraftAddress } from '@/lib/paths/draft-address';
import { advance, type DraftHistory, type HistoryAction, startHistory } from '@/lib/paths/draft-history';
import { draftKey, dropDraft, findDraft, keepDraft } from '@/lib/paths/draft-storage';
import { browserBackend } from '@/lib/progress/storage';
import type { SharedPath } from '@/lib/share/path-code';
import { writeHash } from './editor-address';
import { randomPathId } from './random-path-id';

/** `kept`: what is on screen is in storage. */
export type Keeping = 'quiet' | 'kept' | 'not-kept';
export type DraftNews =
  /** Two tabs changed it; `other` is the id under which the other tab's stays. */
  { readonly kind: 'split'; readonly other: string } | { readonly kind: 'follows' };

export type DraftDesk = {
  readonly history: DraftHistory;
  readonly dispatch: (action: HistoryAction) => void;
  readonly keeping: Keeping;
  readonly news: DraftNews | null;
  /** The draft is now in the list of paths: nothing is left to keep. */
  readonly settle: (path: SharedPath) => void;
  /** Forgets what was kept of it. */
  readonly forget: () => void;
};

const pause = 300;

export function useDraft(start: Draft, firstSeen: number | undefined): DraftDesk {
  const [history, dispatch] = useReducer(advance, start, startHistory);
  const [keeping, setKeeping] = useState<Keeping>(firstSeen === undefined ? 'quiet' : 'kept');
  const [news, setNews] = useState<DraftNews | null>(null);
  /**
   * The latest draft, the time of it that storage holds as far as this tab knows, and what needs no keeping. What a dispatch makes of
   * the draft is written here too: the next event may come before React has drawn it, and must not take the former for a change.
   */
  const now = useRef({ draft: start, seen: firstSeen, rest: start as PathContent });
  now.current.draft = history.draft;

  const keep = useCallback(() => {
    const { draft, seen, rest } = now.current;
    if (isSameContent(draft, rest)) return;
    now.current.rest = draft;
    if (!hasChanged(draft)) {
      dropDraft(browserBackend, draft.id, seen);
      now.current.seen = undefined;
      setKeeping('quiet');
      return;
    }
    const outcome = keepDraft(browserBackend, draft, Date.now(), seen);
    if (outcome.ok) {
      now.current.seen = outcome.changed;
      setKeeping('kept');
      return;
    }
    if (outcome.why === 'not-kept') {
      setKeeping('not-kept');
      return;
    }
    const id = randomPathId();
    const split = { ...draft, id, base: null };
    const mine = keepDraft(browserBackend, split, Date.now(), undefined);
    now.current.draft = split;
    now.current.seen = mine.ok ? mine.changed : undefined;
    setKeeping(mine.ok ? 'kept' : 'not-kept');
    setNews({ kind: 'split', other: draft.id });
    dispatch({ do: 'split', id });
  }, []);

  /** Another tab may have written. */
  const look = useCallback(() => {
    keep();
    const { draft, seen } = now.current;
    const theirs = findDraft(browserBackend, draft.id);
    if (!theirs || theirs.changed === seen) return;
    now.current.seen = theirs.changed;
    now.current.rest = theirs.draft;
    now.current.draft = theirs.draft;
    if (theirs.draft.base) dispatch({ do: 'saved', path: theirs.draft.base });
    dispatch({ do: 'replace', content: theirs.draft });
    setKeeping('kept');
    setNews({ kind: 'follows' });
  }, [keep]);

  const { draft } = history;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft starts the pause anew
  useEffect(() => {
    // The first change is kept at once: from then on the address names the draft, whatever happens to the page.
    if (now.current.seen === undefined) {
      keep();
      return;
    }
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
  }, [draft, keep]);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const onStorage = ({ key }: StorageEvent) => (key === draftKey || key === null) && look();
    const onTurn = () => (document.visibilityState === 'hidden' ? keep() : look());
    addEventListener('storage', onStorage, { signal });
    addEventListener('pageshow', look, { signal });
    addEventListener('pagehide', keep, { signal });
    document.addEventListener('visibilitychange', onTurn, { signal });
    return () => {
      stop.abort();
      keep();
    };
  }, [keep, look]);

  // What was kept is found again by its id: a reload, and the page in the other language, go on with this one.
  // With the first change, not after the pause: a reload in between keeps the draft, and must look for it.
  const { id } = draft;
  const isFindable = keeping === 'kept' || (keeping === 'quiet' && hasChanged(draft));
  useEffect(() => {
    if (isFindable) writeHash(writeDraftAddress({ kind: 'draft', id }));
  }, [isFindable, id]);

  // Where nothing can be kept, leaving is asked about.
  const isAtRisk = keeping === 'not-kept' && hasChanged(draft);
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isAtRisk]);

  const forget = useCallback(() => {
    const { draft, seen } = now.current;
    dropDraft(browserBackend, draft.id, seen);
    now.current.seen = undefined;
    now.current.rest = draft;
    setKeeping('quiet');
  }, []);
  const settle = useCallback(
    (path: SharedPath) => {
      forget();
      setNews(null);
      dispatch({ do: 'saved', path });
      writeHash(writeDraftAddress({ kind: 'edit', id: path.id }));
    },
    [forget],
  );
  return { history, dispatch, keeping, news, settle, forget };
}
