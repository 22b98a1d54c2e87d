/** The three ways in. All end in the same preview; only its press changes anything. */
'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Incoming, readIncoming } from '@/components/progress/incoming';
import { MeImport } from '@/components/progress/me-import';
import { MePreview } from '@/components/progress/me-preview';
import { meStrings } from '@/components/progress/me-strings';
import { QrScanner } from '@/components/ui/qr/qr-scanner';
import { createCollector } from '@/lib/hand-over/collector';
import { receive } from '@/lib/hand-over/receive';
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './strings';

type Props = { readonly locale: Locale; readonly lessons: readonly { readonly id: number }[] };
type Count = { readonly have: number; readonly parts: number };

export function ReceivePanel({ locale, lessons }: Props) {
  const t = strings[locale];
  const id = useId();
  const [collector, setCollector] = useState(createCollector);
  const [isScanning, setIsScanning] = useState(false);
  const [count, setCount] = useState<Count | null>(null);
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const [message, setMessage] = useState('');
  const [text, setText] = useState('');
  const result = useRef<HTMLDivElement>(null);
  const scanButton = useRef<HTMLButtonElement>(null);
  // The scanner has gone, or the box was left: what came of it is where the learner looks next.
  useEffect(() => {
    if (incoming) result.current?.focus();
  }, [incoming]);

  function closeScanner() {
    // Drawn at once, so that focus has somewhere to go.
    flushSync(() => setIsScanning(false));
    scanButton.current?.focus();
  }

  async function take(given: string) {
    const received = await receive(collector, given);
    if (received.kind === 'part') {
      setMessage('');
      setCount(received);
    } else if (received.kind === 'failed') setMessage(t.failures[received.why]);
    else {
      const read = await readIncoming('hand-over', t.other, received.text);
      setIsScanning(false);
      setCount(null);
      setCollector(createCollector);
      setMessage(typeof read === 'string' ? meStrings[locale].refused[read] : '');
      setIncoming(typeof read === 'string' ? null : read);
      if (typeof read !== 'string') setText('');
    }
  }

  return (
    <div className="mt-3 grid grid-cols-1 justify-items-start gap-6">
      {isScanning ? (
        <div className="w-full">
          <QrScanner locale={locale} onText={take} onClose={closeScanner} />
        </div>
      ) : (
        <div className="grid justify-items-start gap-2">
          <button ref={scanButton} type="button" className="button button-primary" onClick={() => setIsScanning(true)}>
            {t.scan}
          </button>
          <p className="text-sm text-soft">{t.scanHint}</p>
        </div>
      )}
      {count && <Counter locale={locale} count={count} />}
      <form
        className="grid w-full max-w-2xl gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          take(text);
        }}
      >
        <label htmlFor={id} className="text-sm font-medium">
          {t.paste}
        </label>
        <textarea
          id={id}
          rows={3}
          aria-describedby={`${id}-hint`}
          className="field w-full break-all font-mono"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            // A paste into the empty box is the whole job: no second click.
            const pasted = event.clipboardData.getData('text');
            if (text === '' && pasted !== '') take(pasted);
          }}
        />
        <p id={`${id}-hint`} className="text-sm text-faint">
          {t.pasteHint}
        </p>
        <button type="submit" className="button justify-self-start">
          {t.open}
        </button>
      </form>
      <div ref={result} tabIndex={-1} role="status" className="w-full max-w-2xl outline-none empty:hidden">
        {message && <p className="border-s-2 border-line ps-3 text-sm">{message}</p>}
        {incoming && (
          <MePreview
            incoming={incoming}
            locale={locale}
            lessons={lessons}
            onDone={(words) => {
              setIncoming(null);
              setMessage(words);
              result.current?.focus();
            }}
          />
        )}
      </div>
      <div className="flex w-full flex-wrap items-center gap-2">
        <p className="basis-full text-sm text-soft">{t.fileHint}</p>
        <MeImport lessons={lessons} locale={locale} />
      </div>
    </div>
  );
}

/** How much of the sequence is there. Read out at every quarter only. */
function Counter({ locale, count: { have, parts } }: { readonly locale: Locale; readonly count: Count }) {
  const t = strings[locale];
  const quarter = Math.floor((4 * have) / parts) * 25;
  return (
    <div className="flex w-full max-w-md items-center gap-3 text-sm tabular-nums" data-have={have}>
      <progress className="min-w-0 flex-1" aria-label={t.progressLabel} value={have} max={parts} />
      <span>{t.progress(have, parts)}</span>
      <span role="status" className="sr-only">
        {quarter > 0 && t.reached(quarter)}
      </span>
    </div>
  );
}
