/** Opens what the address or a pasted message carries. Decoding happens here, in the browser; only "add" stores anything. */
'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import type { FailureReason } from '@/lib/share/decode';
import { decodeAddress } from '@/lib/share/link';
import type { ShareRoad } from '@/lib/share/road-view';
import { FailureMessage } from './failure-message';
import { PasteBox } from './paste-box';
import { PathPreview } from './path-preview';
import { ShareButton } from './share-button';
import { SnapshotView } from './snapshot-view';
import { strings } from './strings';

export function SharePage({ locale, road }: { readonly locale: Locale; readonly road: ShareRoad }) {
  const t = strings[locale];
  const records = useProgress((state) => state.records);
  const address = useSyncExternalStore(watchAddress, readAddress, () => null);
  const result = useMemo(() => {
    if (address === null) return null;
    const [search = '', hash = ''] = address.split('\n');
    return decodeAddress({ hash, search });
  }, [address]);
  const ids = useMemo(() => road.lessons.map((lesson) => lesson.id), [road]);
  const top = useRef<HTMLDivElement>(null);
  const code = result?.ok ? result.code : undefined;
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (address === null) return;
    // What was opened by pasting or choosing replaces the page above: go there. Not on arrival, where nothing was replaced.
    if (shown.current !== null && code !== undefined && shown.current !== code) top.current?.focus();
    shown.current = code ?? '';
  }, [address, code]);

  return (
    <div
      ref={top}
      tabIndex={-1}
      className="mx-auto max-w-3xl outline-none"
      data-share-state={result && (result.ok ? 'open' : result.reason)}
    >
      {result?.ok ? (
        <>
          {result.kind === 'path' ? (
            <PathPreview key={result.code} locale={locale} road={road} path={result.value} records={records} />
          ) : (
            <SnapshotView locale={locale} road={road} snapshot={result.value} code={result.code} records={records} />
          )}
          {result.warnings.length > 0 && <p className="mt-4 text-soft">{t.skippedSections}</p>}
          <h2 className="mt-12 mb-3 border-line border-t pt-6 font-semibold">{t.another}</h2>
        </>
      ) : (
        <>
          <h1 className="font-semibold text-2xl">{t.title}</h1>
          <p className="mt-3 mb-6 max-w-2xl text-soft">{t.intro}</p>
          {result && <Closed locale={locale} reason={result.reason} />}
        </>
      )}
      <PasteBox key={code ?? ''} locale={locale} />
      {!result?.ok && (
        <section className="mt-10 border-line border-t pt-6">
          <h2 className="font-semibold">{t.makeTitle}</h2>
          <p className="mt-1 mb-3 text-soft">{t.makeText}</p>
          <ShareButton locale={locale} lessons={ids} aliases={road.aliases} />
        </section>
      )}
    </div>
  );
}

function Closed({ locale, reason }: { readonly locale: Locale; readonly reason: FailureReason }) {
  const t = strings[locale];
  // Whoever comes by the footer's link did nothing wrong: an invitation, not an error.
  if (reason !== 'empty') return <div className="mb-6">{<FailureMessage locale={locale} reason={reason} />}</div>;
  return (
    <p data-reason="empty" className="mb-6 max-w-2xl border-line border-l-2 pl-4 text-soft">
      <span className="block font-medium text-ink">{t.noCodeTitle}</span>
      {t.failures.empty}
    </p>
  );
}

function watchAddress(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}

/** One text, because a store's snapshot must be equal while nothing changes. */
function readAddress(): string {
  return `${location.search}\n${location.hash}`;
}
