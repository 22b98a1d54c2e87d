/** The button, ⌘K or Ctrl-K, and `/`: the way into the search on every page. The dialog is loaded on first use. */
'use client';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { findValue } from '@/lib/progress/records';
import { slashPreference } from '@/lib/search/slash-preference';
import type { SearchDialogProps } from './search-dialog';

type Props = {
  readonly locale: Locale;
  readonly label: string;
  /** Said when the dialog cannot be loaded. */
  readonly failed: string;
  readonly children: ReactNode;
};

/** What is typed while the dialog is on its way; null when it is not. */
let early: string | null = null;

function takeEarly(): string {
  const typed = early ?? '';
  early = null;
  return typed;
}

export function SearchOpener({ locale, label, failed, children }: Props) {
  const [shown, setShown] = useState<string | { readonly Dialog: ComponentType<SearchDialogProps> }>('');
  const isSlashOn = useProgress(({ records }) => findValue(records, 'prefs', slashPreference) !== false);

  const open = () => {
    if (typeof shown !== 'string') return;
    early ??= '';
    import('./search-dialog').then(
      (module) => setShown({ Dialog: module.SearchDialog }),
      () => {
        early = null;
        setShown(failed);
      },
    );
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (early !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) early += event.key;
      else if (isShortcut(event, isSlashOn)) open();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-label={label}
        aria-haspopup="dialog"
        data-slash={isSlashOn}
        onClick={open}
      >
        {children}
      </button>
      {typeof shown === 'string' ? (
        <span role="status">{shown}</span>
      ) : (
        <shown.Dialog locale={locale} takeEarly={takeEarly} onClose={() => setShown('')} />
      )}
    </>
  );
}

/** `/` is a letter where something is being typed, and may be turned off. On a Mac, Ctrl-K is the system's. */
function isShortcut(event: KeyboardEvent, isSlashOn: boolean): boolean {
  const { key, target, metaKey, ctrlKey } = event;
  if (event.defaultPrevented || event.altKey) return false;
  if (/^k$/i.test(key)) return /Mac|iP/.test(navigator.platform) ? metaKey : ctrlKey;
  if (key !== '/' || !isSlashOn || metaKey || ctrlKey) return false;
  return !(target as Element).closest?.('input,textarea,select,[contenteditable]');
}
