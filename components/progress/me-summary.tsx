/** Where I stand: the one percentage, large, and the four stages as layers of stones. */
'use client';
import { useMemo } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import type { MeStage } from './me-data';
import { meStrings } from './me-strings';
import { StageProgress } from './stage-progress';
import { useStatuses, useTally } from './use-progress';

export function MeSummary({ stages, locale }: { readonly stages: readonly MeStage[]; readonly locale: Locale }) {
  const t = meStrings[locale];
  const lessons = useMemo(() => stages.flatMap((stage) => stage.lessons), [stages]);
  const ids = useMemo(() => lessons.map(({ id }) => id), [lessons]);
  const statuses = useStatuses(ids);
  const { done, counted, doing, skipped, percent } = useTally(ids);
  const minutes = lessons.reduce((sum, lesson, i) => sum + (isOpen(statuses[i]) ? lesson.minutes : 0), 0);
  const facts = [
    t.doneOf(done, counted),
    doing > 0 && t.inProgress(doing),
    skipped > 0 && t.skipped(skipped),
    minutes > 0 && t.left(minutes < 60 ? t.minutes(minutes) : t.hours(Math.round(minutes / 60))),
  ].filter((fact) => fact !== false);
  return (
    <>
      <p className="mb-6 flex flex-wrap items-baseline gap-x-5 gap-y-1" data-percent={percent}>
        <span className="font-prose text-6xl tabular-nums">
          {percent}
          <span className="text-3xl text-faint">%</span>
        </span>
        <span className="min-w-0 text-soft tabular-nums">{facts.join(' · ')}</span>
      </p>
      <ul className="grid grid-cols-1 gap-3">
        {stages.map(({ id, title, href, ids: stageIds }) => (
          <li
            key={id}
            data-stage={id}
            className="grid gap-x-6 gap-y-1 grid-cols-1 sm:grid-cols-[17rem_minmax(0,1fr)] sm:items-center"
          >
            <SiteLink href={href} className="truncate text-accent hover:underline">
              {title}
            </SiteLink>
            <StageProgress ids={stageIds} locale={locale} />
          </li>
        ))}
      </ul>
    </>
  );
}

const isOpen = (status: string | undefined) => status === 'todo' || status === 'doing';
