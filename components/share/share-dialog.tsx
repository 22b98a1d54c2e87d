/** Makes a progress snapshot: says in plain words what goes into it, then offers every way to hand it over. */
'use client';
import '@/components/ui/rooms.css';
import { useEffect, useId, useRef, useState } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { basePath } from '@/lib/i18n/routes';
import { tally } from '@/lib/progress/selectors';
import type { PathRef } from '@/lib/share/fields';
import { shareLimits } from '@/lib/share/limits';
import { messengerLink, shareLink } from '@/lib/share/link';
import { encodeSnapshot, type Snapshot } from '@/lib/share/snapshot-code';
import { takeSnapshot } from '@/lib/share/take-snapshot';
import { CopyField } from './copy-field';
import { strings } from './dialog-strings';
import { QrPanel } from './qr-panel';

export type ShareDialogProps = {
  readonly locale: Locale;
  readonly lessons: readonly number[];
  readonly path?: PathRef | undefined;
  readonly onClose: () => void;
};

export function ShareDialog({ locale, lessons, path, onClose }: ShareDialogProps) {
  const t = strings[locale];
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const records = useProgress((state) => state.records);
  const [name, setName] = useState('');
  const [withDates, setWithDates] = useState(false);
  const [now] = useState(() => new Date());
  useEffect(() => dialog.current?.showModal(), []);

  const snapshot = takeSnapshot(records, lessons, { now, name, withDates, ...(path ? { path } : {}) });
  const encoded = encodeSnapshot(snapshot);
  return (
    <div className="room">
      <dialog
        ref={dialog}
        aria-labelledby={id}
        onClose={onClose}
        className="m-auto max-h-[calc(100dvh-1.5rem)] w-[min(38rem,calc(100vw-1.5rem))] overflow-y-auto rounded-md border border-strong bg-paper p-5 text-ink backdrop:bg-sunken/80 sm:p-7"
      >
        <div className="flex items-start justify-between gap-4">
          <h2 id={id} className="font-semibold text-xl">
            {t.title}
          </h2>
          <button type="button" className="button -mt-1 shrink-0" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
        <p className="mt-2 text-soft">{t.intro}</p>
        <div className="mt-4 grid grid-cols-1 gap-3">
          <label className="grid gap-1 text-sm">
            {t.name}
            <input
              className="field w-full"
              value={name}
              maxLength={shareLimits.name}
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <label className="flex min-h-9 items-center gap-2 text-sm">
            <input type="checkbox" checked={withDates} onChange={(event) => setWithDates(event.target.checked)} />
            {t.dates}
          </label>
        </div>
        <Contents locale={locale} snapshot={snapshot} />
        {encoded.ok ? <Ways locale={locale} code={encoded.code} /> : <p className="mt-4">{t.impossible}</p>}
      </dialog>
    </div>
  );
}

function Contents({ locale, snapshot }: { readonly locale: Locale; readonly snapshot: Snapshot }) {
  const t = strings[locale];
  const { percent } = tally(snapshot.lessons.map((lesson) => lesson.state));
  const dates = snapshot.lessons.filter((lesson) => lesson.changed !== undefined).length;
  const held = [
    t.holdStates(snapshot.lessons.length, percent),
    t.holdToday,
    ...(snapshot.name ? [t.holdName(snapshot.name)] : []),
    ...(dates > 0 ? [t.holdDates(dates)] : []),
  ];
  return (
    <div className="mt-4 grid gap-4 border-line border-y py-4 text-sm sm:grid-cols-2">
      {(
        [
          [t.holds, held],
          [t.never, t.neverList],
        ] as const
      ).map(([title, items]) => (
        <section key={title}>
          <h3 className="font-medium">{title}</h3>
          <ul className="mt-1 list-disc pl-5 text-soft tabular-nums">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Ways({ locale, code }: { readonly locale: Locale; readonly code: string }) {
  const t = strings[locale];
  const place = { origin: location.origin, basePath, locale };
  const link = shareLink(place, code);
  return (
    <div className="mt-4 grid grid-cols-1 gap-4">
      <CopyField locale={locale} label={t.link} hint={t.linkHint} text={link} />
      <CopyField locale={locale} label={t.messenger} hint={t.messengerHint} text={messengerLink(place, code)} />
      <CopyField locale={locale} label={t.code} hint={t.codeHint(code.length)} text={code} />
      <div className="flex flex-wrap gap-3">
        <QrPanel key={link} locale={locale} text={link} />
        {'share' in navigator && (
          <button
            type="button"
            className="button"
            onClick={() => {
              // Rejects when the learner changes their mind.
              navigator.share({ title: t.shareTitle, url: link }).catch(() => {});
            }}
          >
            {t.native}
          </button>
        )}
      </div>
    </div>
  );
}
