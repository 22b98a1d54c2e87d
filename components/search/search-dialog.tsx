/**
 * The search dialog: a field and the list it governs (ARIA combobox), over the page. What is typed with an input method is looked
 * for when it is composed, not while it still is half pinyin.
 */
'use client';
import './search-dialog.css';
import { useDeferredValue, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Locale } from '@/lib/i18n/locale';
import { answerQuery, noAnswer } from '@/lib/search/answer';
import { findCommands } from '@/lib/search/commands';
import { CloseIcon, SearchIcon } from './icons';
import { forgetPlaces, readRecent } from './recent-store';
import { SearchList } from './search-list';
import { SearchState } from './search-state';
import { makeSections } from './sections';
import { strings } from './strings';
import { useChoice } from './use-choice';
import { useCommands } from './use-commands';
import { useIndex } from './use-index';

export type SearchDialogProps = {
  readonly locale: Locale;
  /** Gives what was typed before the field was there, once. */
  readonly takeEarly?: () => string;
  readonly onClose: () => void;
};

export function SearchDialog({ locale, takeEarly, onClose }: SearchDialogProps) {
  const t = strings[locale];
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [query, setQuery] = useState('');
  const [recent, setRecent] = useState(readRecent);
  const [state, retry] = useIndex(locale);
  const index = state.phase === 'ready' ? state.index : null;
  const items = index?.items ?? noItems;
  const commands = useCommands(locale, items);
  const asked = useDeferredValue(query);
  const found = useMemo(() => (index ? answerQuery(index, asked) : noAnswer), [index, asked]);
  // What names a command is no slip of the finger.
  const answer = found.corrected && findCommands(commands, asked).length > 0 ? noAnswer : found;
  const sections = useMemo(
    () => makeSections({ locale, query: asked, answer, items, recent, commands }),
    [locale, asked, answer, items, recent, commands],
  );
  const close = () => dialog.current?.close();
  const isCurrent = asked === query && (state.phase !== 'loading' || query.trim() === '');
  const choice = useChoice({ id: listId, sections, query: asked, isCurrent, close });
  const count = choice.options.length;
  // Before the next key can come.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    const typed = takeEarly?.();
    if (!typed) return;
    setText(typed);
    setQuery(typed);
  }, [takeEarly]);

  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="search"
      aria-label={t.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="search-panel">
        <div className="search-head">
          <SearchIcon />
          <input
            role="combobox"
            aria-label={t.title}
            aria-autocomplete="list"
            aria-expanded={count > 0}
            aria-controls={listId}
            aria-activedescendant={choice.activeId}
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            placeholder={t.placeholder}
            value={text}
            onChange={({ target, nativeEvent }) => {
              setText(target.value);
              if (!(nativeEvent as InputEvent).isComposing) setQuery(target.value);
            }}
            onCompositionEnd={({ currentTarget }) => setQuery(currentTarget.value)}
            onKeyDown={choice.onKeyDown}
          />
          <button type="button" aria-label={t.close} onClick={close}>
            <CloseIcon />
          </button>
        </div>
        <p role="status" className="sr-only">
          {asked.trim() !== '' && index && t.results(count)}
        </p>
        <div className="search-body">
          <SearchState
            locale={locale}
            phase={state.phase}
            query={asked}
            answer={answer}
            count={count}
            onRetry={retry}
          />
          <SearchList
            locale={locale}
            id={listId}
            sections={sections}
            choice={choice}
            onForget={() => {
              forgetPlaces();
              setRecent([]);
            }}
          />
        </div>
        <p className="search-keys" aria-hidden="true">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t.keys.choose}
          </span>
          <span>
            <kbd>↵</kbd> {t.keys.open}
          </span>
          <span>
            <kbd>⌘/Ctrl</kbd> <kbd>↵</kbd> {t.keys.newTab}
          </span>
          <span>
            <kbd>Esc</kbd> {t.keys.close}
          </span>
        </p>
      </div>
    </dialog>,
    document.body,
  );
}

const noItems: readonly never[] = [];
