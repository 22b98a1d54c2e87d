/** Every lesson of the road by stage, with its state to change, what was shown in it, and a way to reset it or its stage. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { hasWork, resetLesson, resetStage } from '@/lib/progress/reset';
import type { MeLesson, MeStage } from './me-data';
import { lessonEvidence } from './me-lesson-evidence';
import { meStrings } from './me-strings';
import { progress } from './progress-store';
import { StatusMenu } from './status-menu';
import { useProgress } from './use-progress';

export function MeLessons({ stages, locale }: { readonly stages: readonly MeStage[]; readonly locale: Locale }) {
  return (
    <div className="grid grid-cols-1 gap-8">
      {stages.map((stage) => (
        <StageLessons key={stage.id} stage={stage} locale={locale} />
      ))}
    </div>
  );
}

function StageLessons({ stage, locale }: { readonly stage: MeStage; readonly locale: Locale }) {
  const t = meStrings[locale];
  const canReset = useProgress(({ records }) => stage.lessons.some((lesson) => hasWork(records, lesson)));
  return (
    <div data-stage={stage.id}>
      <div className="flex min-h-9 items-center justify-between gap-4">
        <h3 className="font-medium text-accent">{stage.title}</h3>
        {canReset && (
          <button
            type="button"
            className="quiet-link min-h-9 shrink-0 text-sm"
            onClick={() => resetStage(progress, stage.id, stage.lessons)}
          >
            {t.resetStage}
          </button>
        )}
      </div>
      <ul>
        {stage.lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} locale={locale} />
        ))}
      </ul>
    </div>
  );
}

function LessonRow({ lesson, locale }: { readonly lesson: MeLesson; readonly locale: Locale }) {
  const t = meStrings[locale];
  const records = useProgress((state) => state.records);
  const { right, run, metLabs } = lessonEvidence(records, lesson);
  const facts = [
    t.minutesShort(lesson.minutes),
    right > 0 && t.checksShort(right, lesson.checks.length),
    run && t.runShort(run.passed, run.total),
    metLabs.length > 0 && t.goalsShort(metLabs.length, lesson.labs.length),
  ].filter(Boolean);
  return (
    <li className="flex items-center gap-1 border-line not-last:border-b" data-lesson={lesson.id}>
      <span className="-ms-2 inline-flex">
        <StatusMenu id={lesson.id} title={lesson.title} locale={locale} />
      </span>
      <div className="min-w-0 flex-1 py-2">
        <SiteLink href={lesson.href} className="hover:underline">
          {lesson.title}
        </SiteLink>
        <p className="text-sm text-faint tabular-nums">{facts.join(' · ')}</p>
      </div>
      {hasWork(records, lesson) && (
        <button
          type="button"
          className="quiet-link min-h-9 shrink-0 px-1 text-sm"
          aria-label={t.resetLesson(lesson.title)}
          onClick={() => resetLesson(progress, lesson)}
        >
          {t.reset}
        </button>
      )}
    </li>
  );
}
