/** The way into the search on every page: the button in the header, ⌘K or Ctrl-K, and `/`. The dialog is loaded on first use. */
'use client';
import { type ComponentType, useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { SearchDialogProps } from './search-dialog';

type Props = {
  readonly locale: Locale;
  readonly label: string;
  /** Said when the dialog cannot be loaded. */
  readonly failed: string;
};

export function SearchButton({ locale, label, failed }: Props) {
  const [shown, setShown] = useState<'loading' | 'failed' | { readonly Dialog: ComponentType<SearchDialogProps> }>();
  const Dialog = typeof shown === 'object' ? shown.Dialog : null;

  const open = () => {
    setShown((now) => (typeof now === 'object' ? now : 'loading'));
    import('./search-dialog').then(
      (module) => setShown({ Dialog: module.SearchDialog }),
      () => setShown('failed'),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` only sets state and is always the same act
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K /"
        aria-busy={shown === 'loading'}
        onClick={open}
      >
        <svg
          width="18"
          height="18"
          viewBox="0 0 18 18"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d="M12.2 12.2 16 16M2.5 7.75a5.25 5.25 0 1 0 10.5 0 5.25 5.25 0 0 0-10.5 0z" strokeLinecap="round" />
        </svg>
        <span>{label}</span>
        <kbd>/</kbd>
      </button>
      <span role="status">{shown === 'failed' && failed}</span>
      {Dialog && <Dialog locale={locale} onClose={() => setShown(undefined)} />}
    </>
  );
}

/** `/` is a letter where something is being typed. On a Mac, Ctrl-K is the system's. */
function isShortcut({ key, target, metaKey, ctrlKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || altKey) return false;
  const isMac = /Mac|iP/.test(navigator.platform);
  if (key.toLowerCase() === 'k') return isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (key !== '/' || metaKey || ctrlKey) return false;
  return !(target instanceof Element && target.closest('input,textarea,select,[contenteditable]'));
}
