/**
 * The one big way in. In the static page it leads to the first lesson; once the stored progress is known, to where the
 * learner goes on: on the active path, or on the road. Both lines keep their height, so nothing moves.
 */
'use client';
import { useMemo } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { continueOn } from '@/lib/paths/active-order';
import type { Aliases } from '@/lib/progress/aliases';
import { listKeys } from '@/lib/progress/records';
import { roadStrings } from './road-strings';
import { useProgress } from './use-progress';

export type ContinueTarget = { readonly id: number; readonly href: string; readonly title: string };

type Props = {
  /** In road order, the same array each time. */
  readonly lessons: readonly ContinueTarget[];
  readonly locale: Locale;
  /** For a path that names retired lessons. */
  readonly aliases?: Aliases;
};

export function ContinueLink({ lessons, locale, aliases }: Props) {
  const t = roadStrings[locale];
  const road = useMemo(() => lessons.map(({ id }) => id), [lessons]);
  const next = useProgress(({ records }) => continueOn(records, road, aliases));
  const isFresh = useProgress(({ records }) => listKeys(records, 'lessons').length === 0);
  const target = lessons.find(({ id }) => id === next) ?? lessons[0];
  if (!target) return null;
  const label = next === undefined ? t.revisit : isFresh ? t.begin : t.resume;
  return (
    <span className="inline-grid max-w-full grid-cols-[minmax(0,auto)] justify-items-start gap-2">
      <SiteLink href={target.href} className="button button-primary min-h-11 px-6 text-base" data-continue={target.id}>
        {label}
        <span className="sr-only">: {target.title}</span>
        <span aria-hidden="true">→</span>
      </SiteLink>
      <span aria-hidden="true" className="max-w-full truncate text-sm text-soft">
        {target.title}
      </span>
    </span>
  );
}
