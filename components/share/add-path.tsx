/** The one button of the share page that stores something. What the learner already has is compared, never replaced unasked. */
'use client';
import { useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Records } from '@/lib/progress/records';
import { type AdoptOutcome, adoptPath } from '@/lib/share/adopt-path';
import type { SharedPath } from '@/lib/share/path-code';
import { diffPaths, type PathDiff } from '@/lib/share/path-diff';
import type { ShareLesson } from '@/lib/share/road-view';
import { findPath } from '@/lib/share/stored-path';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly path: SharedPath;
  readonly records: Records;
  /** First lesson of the path that this build has. */
  readonly first: ShareLesson | undefined;
};

export function AddPath({ locale, path, records, first }: Props) {
  const t = strings[locale];
  const [outcome, setOutcome] = useState<AdoptOutcome>('unchanged');
  const mine = findPath(records, path.id);
  const diff = diffPaths(mine, path);
  const standing = { new: '', newer: '', same: t.same, older: t.older(mine?.version ?? 0), conflict: t.conflict }[
    diff.relation
  ];
  const canAdd = diff.relation === 'new' || diff.relation === 'newer';

  return (
    <div className="mt-5 grid justify-items-start gap-2">
      {diff.relation === 'newer' && <Changes locale={locale} diff={diff} />}
      {canAdd && (
        <>
          <button type="button" className="button button-primary" onClick={() => setOutcome(adoptPath(progress, path))}>
            {diff.relation === 'new' ? t.add : t.update(path.version)}
          </button>
          <p className="text-sm text-soft">{t.addHint}</p>
        </>
      )}
      <p role="status" className="text-sm empty:hidden">
        {outcome === 'unchanged' ? standing : t[outcome]}
      </p>
      {!canAdd && first && (
        <SiteLink className="button" href={routes.lesson(locale, first.stage, first.slug)}>
          {t.firstLesson}
        </SiteLink>
      )}
    </div>
  );
}

function Changes({ locale, diff }: { readonly locale: Locale; readonly diff: PathDiff }) {
  const t = strings[locale];
  const kinds = ['added', 'removed', 'moved', 'redated', 'renoted'] as const;
  const lines = kinds.filter((kind) => diff[kind].length > 0).map((kind) => t.diff[kind](diff[kind].length));
  return (
    <div className="text-sm">
      <p className="font-medium">{t.changes}</p>
      <ul className="list-disc pl-5 tabular-nums">
        {(lines.length > 0 ? lines : [t.onlyHead]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
