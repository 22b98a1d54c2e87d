/** Offers the newer list of a career that was taken up. Nothing changes before it is asked for, and progress never does. */
'use client';
import { progress } from '@/components/progress/progress-store';
import type { Locale } from '@/lib/i18n/locale';
import type { CareerOffer } from '@/lib/paths/road';
import { adoptPath } from '@/lib/share/adopt-path';
import type { SharedPath } from '@/lib/share/path-code';
import { diffPaths } from '@/lib/share/path-diff';
import { strings } from './strings';

type Props = { readonly mine: SharedPath; readonly offer: CareerOffer; readonly locale: Locale };

export function CareerUpdate({ mine, offer, locale }: Props) {
  const t = strings[locale];
  if (offer.path.version <= mine.version) return null;
  const { added, removed, moved } = diffPaths(mine, offer.path).diff;
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-s-2 border-accent bg-accent-wash py-2 ps-3 pe-2">
      <span className="min-w-0 flex-1 basis-56">{t.updateText(added.length, removed.length, moved.length)}</span>
      <button type="button" className="button" onClick={() => adoptPath(progress, offer.path)}>
        {t.update}
      </button>
    </p>
  );
}
