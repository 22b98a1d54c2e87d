/** Where snapshots come in: the paste box, the scanner, and the address of this page. What is found is shown first. */
'use client';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { addSnapshots } from '@/lib/cohort/actions';
import { planAdditions } from '@/lib/cohort/plan-additions';
import { readPaste } from '@/lib/cohort/read-paste';
import type { Locale } from '@/lib/i18n/locale';
import { localDay } from '@/lib/local-day';
import { cohort } from './cohort-store';
import { PastePreview } from './paste-preview';
import { pasteStrings } from './paste-strings';
import { ScanPanel } from './scan-panel';
import { dropCarriedCode, useCarriedCode } from './use-carried-code';
import { useCohortRecords } from './use-cohort';

const noNames: ReadonlyMap<string, string> = new Map();

export function AddSnapshots({ locale }: { readonly locale: Locale }) {
  const t = pasteStrings[locale];
  const id = useId();
  const records = useCohortRecords();
  const carried = useCarriedCode();
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState(noNames);
  const text = useDeferredValue(carried ? `${carried}\n${typed}` : typed);
  const paste = useMemo(() => readPaste(text), [text]);
  const planned = useMemo(
    () => planAdditions(records, paste.found, names, localDay(new Date())),
    [records, paste, names],
  );

  function clear() {
    setTyped('');
    setNames(noNames);
    dropCarriedCode();
  }

  function add() {
    addSnapshots(cohort, planned);
    progress.askToKeep();
    // What still needs a name stays to be seen to.
    if (planned.every(({ verdict }) => verdict !== 'unnamed')) clear();
    else dropCarriedCode();
  }

  return (
    <section className="grid max-w-3xl grid-cols-1 gap-2 print:hidden">
      <label htmlFor={id} className="font-medium text-sm">
        {t.label}
      </label>
      <textarea
        id={id}
        rows={3}
        className="field w-full break-all font-mono"
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p id={`${id}-hint`} className="min-w-0 flex-1 basis-56 text-faint text-sm">
          {t.hint}
        </p>
        <ScanPanel
          locale={locale}
          onText={(scanned) => setTyped((before) => (before.includes(scanned) ? before : `${before}${scanned}\n`))}
        />
      </div>
      {text.trim() !== '' && (
        <PastePreview
          locale={locale}
          paste={paste}
          planned={planned}
          onName={(code, name) => setNames((before) => new Map(before).set(code, name))}
          onAdd={add}
          onClear={clear}
        />
      )}
    </section>
  );
}
