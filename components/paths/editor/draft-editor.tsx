/** The desk: the path on one side, lessons to choose on the other; on a narrow screen one at a time. */
'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { Draft } from '@/lib/paths/draft';
import type { Opening } from '@/lib/paths/draft-opening';
import type { DraftRoad } from '@/lib/paths/draft-road';
import { ChosenList } from './chosen-list';
import type { ConceptField } from './concept-field';
import { DateTools } from './date-tools';
import type { Desk } from './desk';
import { DraftNotices } from './draft-notices';
import { EditBar } from './edit-bar';
import { Finish } from './finish';
import { LessonPicker } from './lesson-picker';
import { OrderWarnings } from './order-warnings';
import { PathHead } from './path-head';
import { strings } from './strings';
import { useDraft } from './use-draft';
import { useSave } from './use-save';

type Props = {
  readonly locale: Locale;
  readonly road: DraftRoad;
  readonly field: ConceptField;
  readonly opening: Opening;
  readonly on: {
    readonly duplicate: (draft: Draft) => void;
    readonly open: (opening: Opening) => void;
    /** Back to the starting points, with what was just discarded, to be brought back. */
    readonly leave: (discarded?: Draft) => void;
  };
};

export function DraftEditor({ locale, road, field, opening, on }: Props) {
  const t = strings[locale];
  const { history, dispatch, keeping, news, settle, forget } = useDraft(opening.draft, opening.seen);
  const { draft } = history;
  const [spoken, setSpoken] = useState('');
  const [view, setView] = useState<'path' | 'lessons'>('path');
  const [pace, setPace] = useState(3);
  const say = useCallback((words: string) => setSpoken((before) => (before === words ? `${words}\u00a0` : words)), []);
  const desk: Desk = { locale, t, road, draft, dispatch, say };
  const saving = useSave(draft, settle);
  const root = useRef<HTMLDivElement>(null);

  const travel = useCallback(
    (way: 'undo' | 'redo') => {
      dispatch({ do: way });
      say(way === 'undo' ? t.say.undone : t.say.redone);
    },
    [dispatch, say, t],
  );
  useShortcuts(travel);
  useRoomForBar();

  const turn = (next: 'path' | 'lessons') => {
    setView(next);
    requestAnimationFrame(() => {
      const heading = root.current?.querySelector<HTMLElement>(next === 'path' ? '#chosen-title' : '#picker-title');
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: 'start' });
    });
  };
  const discard = () => {
    forget();
    if (draft.base === null) on.leave(draft);
    else {
      const { title, mentor = '', start = '', lessons } = draft.base;
      dispatch({ do: 'replace', content: { title, mentor, start, lessons } });
    }
  };
  const hidden = (name: 'path' | 'lessons') => (view === name ? '' : 'max-lg:hidden');
  return (
    <div ref={root} data-editor="desk" data-keeping={keeping}>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <DraftNotices
        desk={desk}
        opening={opening}
        news={news}
        keeping={keeping}
        saving={saving}
        on={{ open: on.open, discard }}
      />
      <div className="mt-6 grid grid-cols-1 gap-x-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className={`min-w-0 ${hidden('path')}`}>
          <PathHead desk={desk} />
          <OrderWarnings desk={desk} />
          <ChosenList desk={desk} onChoose={() => turn('lessons')} />
          <DateTools desk={desk} pace={pace} onPace={setPace} />
          <Finish
            desk={desk}
            pace={pace}
            saving={saving}
            on={{ duplicate: () => on.duplicate(draft), discard, leave: () => on.leave() }}
          />
        </div>
        <div className={`min-w-0 ${hidden('lessons')}`}>
          <LessonPicker desk={desk} field={field} />
        </div>
      </div>
      <EditBar desk={desk} history={history} keeping={keeping} saving={saving} view={view} on={{ travel, turn }} />
    </div>
  );
}

/** Ctrl or ⌘ with Z, outside of fields, which have an undo of their own. */
function useShortcuts(travel: (way: 'undo' | 'redo') => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('input:not([type="checkbox"]), textarea, dialog'))
        return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      travel(isRedo ? 'redo' : 'undo');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [travel]);
}

/** What has the focus is not to come to lie under the bar at the foot of the screen. */
function useRoomForBar(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = '6rem';
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, []);
}
