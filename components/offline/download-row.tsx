/** One download: what it costs, how far it is, and what can be done about it. */
'use client';
import type { ReactNode } from 'react';
import { formatBytes } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import type { DownloadState } from '@/lib/offline/downloads';
import { type GroupView, viewGroups } from '@/lib/offline/group-view';
import { downloads, startDownload } from './downloads-store';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly name: string;
  readonly hint: string;
  /** A stage has a group for each language. */
  readonly groups: readonly string[];
  readonly state: DownloadState;
};

export function DownloadRow({ locale, name, hint, groups, state }: Props) {
  const t = strings[locale];
  const view = viewGroups(state, groups);
  if (!view) return null;
  return (
    <li data-download={groups.join(' ')} data-state={view.state} className="border-line border-t py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-48">
          <span className="font-medium">{name}</span> {hint && <span className="text-sm text-soft">{hint}</span>}
          <span className="block text-sm text-soft tabular-nums">{tellState(view, t)}</span>
        </p>
        <span className="flex flex-wrap gap-2">{actions(view)}</span>
      </div>
      {view.state === 'running' && (
        <progress className="mt-2 w-full" value={view.loaded} max={view.total} aria-label={name} />
      )}
      <p role="status" className={view.trouble ? 'mt-2 border-warn border-l-2 pl-3 text-sm' : 'sr-only'}>
        {view.trouble ? t.trouble[view.trouble] : view.state === 'here' ? t.done(name) : ''}
      </p>
    </li>
  );

  function actions({ state: now }: GroupView): ReactNode {
    const get = now === 'absent' ? t.get : t.goOn;
    const isBusy = now === 'running' || now === 'waiting';
    return (
      <>
        {(now === 'absent' || now === 'partly') && (
          <Action label={get} name={name} onPress={() => startDownload(groups)} />
        )}
        {isBusy && <Action label={t.cancel} name={name} onPress={() => downloads.cancel(groups)} />}
        {(now === 'here' || now === 'partly') && (
          <Action label={t.delete} name={name} onPress={() => downloads.remove(groups)} />
        )}
      </>
    );
  }
}

function tellState(view: GroupView, t: (typeof strings)['en']): string {
  if (view.state === 'running') return t.some(formatBytes(view.loaded), formatBytes(view.total));
  if (view.state === 'waiting') return t.waiting;
  if (view.state === 'here') return `${t.onDevice} · ${formatBytes(view.total)}`;
  const left = t.size(formatBytes(view.missing));
  return view.state === 'partly' ? `${t.stopped} · ${t.left(formatBytes(view.missing))}` : left;
}

type ActionProps = { readonly label: string; readonly name: string; readonly onPress: () => Promise<void> };

function Action({ label, name, onPress }: ActionProps) {
  return (
    <button type="button" className="button" aria-label={`${label}: ${name}`} onClick={() => void onPress()}>
      {label}
    </button>
  );
}
