/** Results, apart from statuses: checks answered right, exercises passed, lab goals met, of those the road holds. */
'use client';
import { useMemo } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { MeStage } from './me-data';
import { lessonEvidence } from './me-lesson-evidence';
import { meStrings } from './me-strings';
import { useProgress } from './use-progress';

export function MeEvidence({ stages, locale }: { readonly stages: readonly MeStage[]; readonly locale: Locale }) {
  const t = meStrings[locale];
  const records = useProgress((state) => state.records);
  const sum = useMemo(() => {
    const each = stages
      .flatMap(({ lessons }) => lessons)
      .map((lesson) => ({ lesson, shown: lessonEvidence(records, lesson) }));
    const add = (count: (item: (typeof each)[number]) => number) =>
      each.reduce((total, item) => total + count(item), 0);
    const labs = new Map(
      each.flatMap(({ lesson, shown }) => lesson.labs.map((lab) => [lab, shown.metLabs.includes(lab)])),
    );
    return [
      [t.checks, add(({ shown }) => shown.right), add(({ lesson }) => lesson.checks.length)],
      [t.exercises, add(({ shown }) => Number(shown.passedAll)), add(({ lesson }) => Number(lesson.exercise))],
      [t.goals, [...labs.values()].filter(Boolean).length, labs.size],
    ] as const;
  }, [stages, records, t]);
  return (
    <dl className="grid gap-2">
      {sum.map(([name, count, all]) => (
        <div key={name} className="flex items-baseline justify-between gap-4">
          <dt className="text-soft">{name}</dt>
          <dd className="tabular-nums">
            <span className="text-xl font-semibold">{count}</span>{' '}
            <span className="text-sm text-faint">{t.outOf(all)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
