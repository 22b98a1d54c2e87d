/**
 * The test itself. Where it stands follows from the stored answers alone, so that reloading, another tab and going back need no
 * state of their own: no answers, the start; a question left, that question; none left, the proposal.
 */
'use client';
import { useMemo, useRef } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useRecord } from '@/components/progress/use-progress';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { beginAttempt, dropAttempt, giveAnswer, readAttempt, stepBack } from '@/lib/placement/attempt';
import { assessAttempt } from '@/lib/placement/outcome';
import type { StageTest } from '@/lib/placement/stage-test';
import { PlacementResult } from './placement-result';
import { QuestionForm } from './question-form';
import { StartPanel } from './start-panel';
import { strings } from './strings';

export function PlacementTest({ test, locale }: { readonly test: StageTest; readonly locale: Locale }) {
  const t = strings[locale];
  const { stage, lessons, questions } = test;
  const stored = useRecord('placement', stage);
  const attempt = useMemo(
    () => stored && readAttempt({ placement: { [stage]: { v: stored, t: 0 } } }, stage),
    [stored, stage],
  );
  const assessment = useMemo(
    () => attempt && assessAttempt(lessons, questions, attempt),
    [attempt, lessons, questions],
  );
  /** Focus follows the learner's own steps, and stays where it is when the page has just opened. */
  const hasMoved = useRef(false);
  const move = (act: () => void) => () => {
    hasMoved.current = true;
    act();
  };
  if (!attempt || !assessment)
    return (
      <StartPanel locale={locale} isFocused={hasMoved.current} onStart={move(() => beginAttempt(progress, stage))} />
    );

  const question = questions.find(({ id }) => id === assessment.next?.id);
  const again = (
    <button type="button" className="quiet-link min-h-9" onClick={move(() => dropAttempt(progress, stage))}>
      {t.again}
    </button>
  );
  if (!question)
    return (
      <PlacementResult test={test} attempt={attempt} isFocused={hasMoved.current} locale={locale}>
        {again}
      </PlacementResult>
    );
  return (
    <>
      <QuestionForm
        key={question.id}
        question={question}
        number={assessment.asked + 1}
        isFocused={hasMoved.current}
        locale={locale}
        onAnswer={(answer) => move(() => giveAnswer(progress, stage, { id: question.id, answer }))()}
      />
      <p className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line pt-3 text-sm">
        {attempt.length > 0 && (
          <button type="button" className="quiet-link min-h-9" onClick={move(() => stepBack(progress, stage))}>
            {t.back}
          </button>
        )}
        <SiteLink className="quiet-link inline-flex min-h-9 items-center" href={routes.stage(locale, stage)}>
          {t.leave}
        </SiteLink>
        {again}
      </p>
    </>
  );
}
