/** The proposal: every lesson with a box and a reason, applied only by the learner's press, which another one takes back, then or later. */
'use client';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useProgress, useStatuses } from '@/components/progress/use-progress';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { knownIn, skipKnown, takeBack } from '@/lib/placement/apply';
import type { Attempt } from '@/lib/placement/attempt';
import { type Advice, outcomeOf } from '@/lib/placement/outcome';
import type { StageTest } from '@/lib/placement/stage-test';
import { AnswerReview } from './answer-review';
import { strings } from './strings';
import { VerdictRow } from './verdict-row';

const groups: readonly Advice[] = ['skip', 'look', 'learn'];

type Props = {
  readonly test: StageTest;
  readonly attempt: Attempt;
  readonly isFocused: boolean;
  readonly locale: Locale;
  /** What else can be done: starting again. */
  readonly children: ReactNode;
};

export function PlacementResult({ test, attempt, isFocused, locale, children }: Props) {
  const t = strings[locale];
  const { stage, lessons, questions } = test;
  const { verdicts, begin } = useMemo(() => outcomeOf(lessons, questions, attempt), [lessons, questions, attempt]);
  const ids = useMemo(() => lessons.map(({ id }) => id), [lessons]);
  const statuses = useStatuses(ids);
  /** What the learner changed; the rest stands as proposed. */
  const [chosen, setChosen] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [applied, setApplied] = useState<readonly number[]>([]);
  const known = useProgress(({ records }) => knownIn(records, ids).length);
  const said = useRef<HTMLSpanElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);

  const statusOf = (lesson: number) => statuses[ids.indexOf(lesson)] ?? 'todo';
  const isOpen = (lesson: number) => ['todo', 'doing'].includes(statusOf(lesson));
  const titleOf = (lesson: number) => lessons.find(({ id }) => id === lesson)?.title ?? '';
  // A lesson that was begun is not skipped unless the learner says so.
  const ticked = verdicts
    .filter(
      ({ lesson, advice }) =>
        isOpen(lesson) && (chosen.get(lesson) ?? (advice === 'skip' && statusOf(lesson) === 'todo')),
    )
    .map(({ lesson }) => lesson);
  const count = (advice: Advice) => verdicts.filter((verdict) => verdict.advice === advice).length;
  const first = lessons.find(({ id }) => id === begin);
  const isApplied = applied.length > 0 && applied.every((lesson) => statusOf(lesson) === 'skipped');

  const apply = () => {
    skipKnown(progress, stage, ticked);
    setApplied(ticked);
    // The button has nothing left to do, and the focus would be lost with it.
    said.current?.focus();
  };
  const undo = () => {
    takeBack(progress, stage, ids);
    said.current?.focus();
  };
  return (
    <div data-placement="result">
      <h2 ref={heading} tabIndex={-1} className="font-prose text-2xl font-semibold outline-none">
        {t.result}
      </h2>
      <p className="mt-2 text-lg" data-counts={groups.map(count).join('/')}>
        {t.summary(count('skip'), count('look'), count('learn'))}
      </p>
      <p className="mt-1 text-soft">{t.honest}</p>
      {first ? (
        <SiteLink className="button button-primary mt-5" data-begin={first.id} href={first.href}>
          {t.begin(first.title)}
        </SiteLink>
      ) : (
        <p className="mt-5">
          {t.allKnown}{' '}
          <SiteLink className="underline underline-offset-4" href={`${routes.stage(locale, stage)}#milestone`}>
            {t.toMilestone}
          </SiteLink>
        </p>
      )}
      {groups.map((advice) => {
        const rows = verdicts.filter((verdict) => verdict.advice === advice);
        return (
          rows.length > 0 && (
            <section key={advice} className="mt-8" data-advice={advice}>
              <h3 className="border-b border-strong pb-2 text-sm font-semibold text-soft">{t.group[advice]}</h3>
              <ul>
                {rows.map(({ lesson, reason }) => (
                  <VerdictRow
                    key={lesson}
                    lesson={lessons.find(({ id }) => id === lesson)}
                    status={statusOf(lesson)}
                    isTicked={ticked.includes(lesson)}
                    reason={t.reason(reason, titleOf)}
                    locale={locale}
                    onTick={(isTicked) => setChosen(new Map(chosen).set(lesson, isTicked))}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="button" className="button button-primary" disabled={ticked.length === 0} onClick={apply}>
          {ticked.length === 0 ? t.nothingTicked : t.apply(ticked.length)}
        </button>
        {known > 0 && (
          <button type="button" className="button" onClick={undo}>
            {t.takeBack(known)}
          </button>
        )}
        <span ref={said} tabIndex={-1} role="status" className="outline-none">
          {isApplied ? t.applied(applied.length) : applied.length > 0 ? t.takenBack : ''}
        </span>
      </p>
      <AnswerReview questions={questions} attempt={attempt} locale={locale} />
      <p className="mt-8 border-t border-line pt-3 text-sm">{children}</p>
    </div>
  );
}
