/** Reading a progress file: first what it would change, then, if wanted, the merge. Nothing happens before that. */
'use client';
import { useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { changesAnything, parseFile, previewImport } from '@/lib/progress/exchange';
import { limits, type Records } from '@/lib/progress/records';
import { isKnownRecord } from './known-record';
import type { MeTarget } from './me-data';
import { meStrings } from './me-strings';
import { progress } from './progress-store';
import { useProgress } from './use-progress';

type Read = { readonly name: string; readonly records: Records; readonly problems: number };

export function MeImport({ lessons, locale }: { readonly lessons: readonly MeTarget[]; readonly locale: Locale }) {
  const t = meStrings[locale];
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [message, setMessage] = useState('');

  async function open(file: File) {
    setRead(null);
    setMessage('');
    // A character is at most four bytes: what is larger can be refused without reading it.
    const parsed =
      file.size > 4 * limits.document
        ? ({ ok: false, why: 'too-big' } as const)
        : parseFile(await file.text(), Date.now());
    if (parsed.ok) setRead({ name: file.name, records: parsed.records, problems: parsed.problems.length });
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
      <div role="status" className="basis-full empty:hidden">
        {message && <p className="text-sm">{message}</p>}
        {read && (
          <Preview
            read={read}
            locale={locale}
            lessons={lessons}
            onMerge={() => {
              progress.absorb(read.records, { act: 'import' });
              setRead(null);
              setMessage(t.merged);
            }}
            onCancel={() => setRead(null)}
          />
        )}
      </div>
    </>
  );
}

type PreviewProps = {
  readonly read: Read;
  readonly locale: Locale;
  readonly lessons: readonly MeTarget[];
  readonly onMerge: () => void;
  readonly onCancel: () => void;
};

function Preview({ read, locale, lessons, onMerge, onCancel }: PreviewProps) {
  const t = meStrings[locale];
  const records = useProgress((state) => state.records);
  const ids = new Set(lessons.map(({ id }) => String(id)));
  const { added, newer, older, same, unknown } = previewImport(records, read.records, isKnownRecord(ids));
  const rows = [
    [t.added, added],
    [t.newer, newer],
    [t.older, older],
    [t.same, same],
  ] as const;
  const isUseful = changesAnything(records, read.records);
  return (
    <div className="my-2 border-s-2 border-accent ps-4">
      <h3 className="text-sm font-medium wrap-anywhere">{t.importTitle(read.name)}</h3>
      <dl className="my-2 grid gap-1 text-sm">
        {rows.map(([name, count]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="text-soft">{name}</dt>
            <dd className="tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      {unknown > 0 && <p className="text-sm text-soft">{t.unknown(unknown)}</p>}
      {read.problems > 0 && <p className="text-sm text-warn">{t.problems(read.problems)}</p>}
      {!isUseful && <p className="text-sm">{t.nothingNew}</p>}
      <div className="mt-3 flex gap-2">
        {isUseful && (
          <button type="button" className="button button-primary" onClick={onMerge}>
            {t.merge}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}
