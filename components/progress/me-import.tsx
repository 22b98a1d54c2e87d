/** Reading a progress file: first what it would change, then, if wanted, the merge. */
'use client';
import { useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { type Incoming, readIncomingFile } from './incoming';
import { MePreview } from './me-preview';
import { meStrings } from './me-strings';

type Props = { readonly lessons: readonly { readonly id: number }[]; readonly locale: Locale };

export function MeImport({ lessons, locale }: Props) {
  const t = meStrings[locale];
  const input = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const [message, setMessage] = useState('');

  async function open(file: File) {
    setIncoming(null);
    setMessage('');
    const read = await readIncomingFile(file);
    if (typeof read === 'string') setMessage(t.refused[read]);
    else setIncoming(read);
  }

  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {t.import}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,.txt,application/json,text/plain"
        hidden
        aria-label={t.import}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) open(file).catch(() => setMessage(t.refused['not-json']));
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <div ref={result} tabIndex={-1} role="status" className="basis-full outline-none empty:hidden">
        {message && <p className="text-sm">{message}</p>}
        {incoming && (
          <MePreview
            incoming={incoming}
            locale={locale}
            lessons={lessons}
            onDone={(words) => {
              setIncoming(null);
              setMessage(words);
              // The pressed button is gone: go on from what came of it.
              result.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}
