/** Reading a cohort file: first what it would change, learner by learner, then, if wanted, the merge. */
'use client';
import { useRef, useState } from 'react';
import { parseCohortFile, previewCohortImport } from '@/lib/cohort/cohort-file';
import type { Locale } from '@/lib/i18n/locale';
import { changesAnything } from '@/lib/progress/exchange';
import { limits, type Records } from '@/lib/progress/records';
import { cohort } from './cohort-store';
import { strings } from './strings';
import { useCohort } from './use-cohort';

type Read = { readonly name: string; readonly records: Records; readonly problems: number };

export function ImportCohort({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [message, setMessage] = useState('');

  async function open(file: File) {
    setRead(null);
    setMessage('');
    // A character is at most four bytes: what is larger can be refused without reading it.
    const isTooBig = file.size > 4 * limits.document;
    const parsed = isTooBig ? ({ ok: false, why: 'too-big' } as const) : parseCohortFile(await file.text(), Date.now());
    if (parsed.ok) setRead({ name: file.name, records: parsed.records, problems: parsed.problems });
    else setMessage(t.refused[parsed.why]);
  }

  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {t.import}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t.import}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) open(file).catch(() => setMessage(t.refused['not-json']));
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <div role="status" className="order-last basis-full empty:hidden">
        {message && <p className="text-sm">{message}</p>}
        {read && <Preview read={read} locale={locale} onClose={() => setRead(null)} />}
      </div>
    </>
  );
}

type PreviewProps = { readonly read: Read; readonly locale: Locale; readonly onClose: () => void };

function Preview({ read, locale, onClose }: PreviewProps) {
  const t = strings[locale];
  const records = useCohort((state) => state.records);
  const { added, changed, removed, same } = previewCohortImport(records, read.records);
  const isUseful = changesAnything(records, read.records);
  const rows = [
    [t.importAdded, added],
    [t.importChanged, changed],
    [t.importRemoved, removed],
    [t.importSame, same],
  ] as const;
  return (
    <div className="my-2 max-w-xl border-accent border-l-2 pl-4">
      <h3 className="font-medium text-sm wrap-anywhere">{t.importTitle(read.name)}</h3>
      <dl className="my-2 grid gap-1 text-sm">
        {rows.map(([name, count]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="text-soft">{name}</dt>
            <dd className="tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      {read.problems > 0 && <p className="text-sm text-warn">{t.importProblems(read.problems)}</p>}
      {!isUseful && <p className="text-sm">{t.importNothing}</p>}
      <div className="mt-3 flex gap-2">
        {isUseful && (
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              cohort.absorb(read.records, { act: 'import', count: added });
              onClose();
            }}
          >
            {t.merge}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}
