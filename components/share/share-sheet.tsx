/** One sheet for whatever is shared: says in plain words what goes into the code, lets less go in, then offers every way to hand it over. */
'use client';
import '@/components/ui/rooms.css';
import { useEffect, useId, useRef } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { Aliases } from '@/lib/progress/aliases';
import type { PathRef } from '@/lib/share/fields';
import type { SharedPath } from '@/lib/share/path-code';
import { PathSheet } from './path-sheet';
import { strings } from './sheet-strings';
import { SnapshotSheet } from './snapshot-sheet';

export type ShareSubject =
  | {
      readonly kind: 'progress';
      readonly lessons: readonly number[];
      readonly path?: PathRef | undefined;
      readonly aliases: Aliases;
    }
  | {
      readonly kind: 'path';
      readonly path: SharedPath;
      readonly titleOf?: ((id: number) => string | undefined) | undefined;
    };

export type ShareSheetProps = {
  readonly locale: Locale;
  readonly subject: ShareSubject;
  readonly onClose: () => void;
};

export function ShareSheet({ locale, subject, onClose }: ShareSheetProps) {
  const t = strings[locale];
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
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
            {subject.kind === 'path' ? t.pathTitle : t.title}
          </h2>
          <button type="button" className="button -mt-1 shrink-0" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
        {subject.kind === 'path' ? (
          <PathSheet locale={locale} path={subject.path} titleOf={subject.titleOf} />
        ) : (
          <SnapshotSheet locale={locale} lessons={subject.lessons} path={subject.path} aliases={subject.aliases} />
        )}
      </dialog>
    </div>
  );
}
