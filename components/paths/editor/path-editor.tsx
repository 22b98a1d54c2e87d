/** Decides which draft is on the desk: what the address asks for, what was left unfinished, or what the mentor starts from. */
'use client';
import { useCallback, useEffect, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { copyOf, type Draft } from '@/lib/paths/draft';
import { readDraftAddress, writeDraftAddress } from '@/lib/paths/draft-address';
import { type Opening, openDraft } from '@/lib/paths/draft-opening';
import type { DraftRoad } from '@/lib/paths/draft-road';
import { readDrafts } from '@/lib/paths/draft-storage';
import { browserBackend } from '@/lib/progress/storage';
import type { ConceptField } from './concept-field';
import { DraftEditor } from './draft-editor';
import { followHash, writeHash } from './editor-address';
import { randomPathId } from './random-path-id';
import { StartScreen } from './start-screen';
import { strings } from './strings';

type Props = { readonly locale: Locale; readonly road: DraftRoad; readonly field: ConceptField };
type Screen =
  | { readonly name: 'start'; readonly missing: boolean; readonly discarded?: Draft }
  /** `turn` makes every opening a desk of its own. */
  | { readonly name: 'editor'; readonly turn: number; readonly opening: Opening };

export function PathEditor({ locale, road, field }: Props) {
  const t = strings[locale];
  const isLoaded = useProgress((state) => state.loaded);
  const [screen, setScreen] = useState<Screen | null>(null);

  const show = useCallback((opening: Opening) => {
    setScreen((before) => ({ name: 'editor', turn: before?.name === 'editor' ? before.turn + 1 : 0, opening }));
  }, []);
  /** Opened by hand: the address follows. A new draft has none until it is kept. */
  const go = useCallback(
    (opening: Opening) => {
      const { origin, draft } = opening;
      const kind = origin === 'kept' ? 'draft' : 'edit';
      writeHash(origin === 'kept' || origin === 'edit' ? writeDraftAddress({ kind, id: draft.id }) : '');
      show(opening);
    },
    [show],
  );
  const showStart = useCallback((discarded?: Draft) => {
    writeHash('');
    setScreen({ name: 'start', missing: false, ...(discarded ? { discarded } : {}) });
  }, []);

  useEffect(() => {
    if (!isLoaded) return;
    const follow = () => {
      const opening = openDraft(readDraftAddress(location.hash), {
        records: progress.getState().records,
        drafts: readDrafts(browserBackend),
        road,
        newId: randomPathId(),
        copyTitle: t.copyTitle,
      });
      if (opening === null || opening === 'missing') setScreen({ name: 'start', missing: opening === 'missing' });
      else show(opening);
    };
    follow();
    return followHash(follow);
  }, [isLoaded, road, t, show]);

  // As high as the screen: the foot of the page stays where it is when the rest arrives.
  if (screen === null) return <div className="min-h-dvh" />;
  if (screen.name === 'start')
    return (
      <StartScreen locale={locale} road={road} missing={screen.missing} discarded={screen.discarded} onOpen={go} />
    );
  const duplicate = (draft: Draft) => {
    go({ draft: copyOf(draft, randomPathId(), t.copyTitle(draft.title.trim())), origin: 'copy' });
  };
  return (
    <DraftEditor
      key={screen.turn}
      locale={locale}
      road={road}
      field={field}
      opening={screen.opening}
      on={{ duplicate, open: go, leave: showStart }}
    />
  );
}
