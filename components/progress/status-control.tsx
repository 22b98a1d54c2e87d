/**
 * Where a learner says how a lesson went: complete, in progress, skipped with a reason. The line above says what is; each
 * button says what it will do; the line below confirms it and offers to take it back. Buttons keep their places in every
 * state, so that nothing moves when the stored state arrives and focus is never lost.
 */
'use client';
import { useRef, useState } from 'react';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { setStatus } from '@/lib/progress/actions';
import { findEntry, type LessonValue, type Status } from '@/lib/progress/records';
import { controlStrings } from './control-strings';
import { formatDay } from './format-day';
import { progress } from './progress-store';
import { StatusIcon } from './status-icon';
import { reasonText, strings } from './strings';
import { useLazy } from './use-lazy';
import { useProgress, useRecord } from './use-progress';

/** Few skip: the form comes with the press. */
const loadSkipForm = () => import('./skip-form').then((module) => module.SkipForm);

const untouched: LessonValue = { status: 'todo' };

export function StatusControl({ id, locale }: { readonly id: number; readonly locale: Locale }) {
  const t = controlStrings[locale];
  const words = strings[locale];
  const { status, reason } = useRecord('lessons', id) ?? untouched;
  const changedAt = useProgress(({ records }) => findEntry(records, 'lessons', String(id))?.t ?? 0);
  const [isSkipping, setIsSkipping] = useState(false);
  const [before, setBefore] = useState<LessonValue | null>(null);
  const [message, setMessage] = useState('');
  const SkipForm = useLazy(isSkipping, loadSkipForm);
  const skipButton = useRef<HTMLButtonElement>(null);

  function change(next: Status, why?: string, undoTo: LessonValue | null = { status, ...(reason ? { reason } : {}) }) {
    setStatus(progress, id, next, why);
    setIsSkipping(false);
    setBefore(undoTo);
    setMessage(t.changed(words.status[next]));
  }

  function closeSkip() {
    setIsSkipping(false);
    skipButton.current?.focus();
  }

  let statement = words.status[status];
  if (status === 'done') statement = t.since(statement, formatDay(changedAt, languageTag[locale]));
  if (reason) statement = words.withReason(statement, reasonText(words, reason));

  return (
    <section aria-label={t.group} data-status={status} data-lesson={id} className="font-ui">
      <p className="mb-3 flex min-h-6 items-center gap-2 font-medium">
        <StatusIcon status={status} />
        <span className="min-w-0 truncate">{statement}</span>
      </p>
      <div className="grid grid-cols-2 gap-2 sm:flex">
        <button
          type="button"
          className={`button col-span-2 ${status === 'done' ? '' : 'button-primary'}`}
          onClick={() => change(status === 'done' ? 'todo' : 'done')}
        >
          {status === 'done' ? t.reopen : t.complete}
        </button>
        <button type="button" className="button" onClick={() => change(status === 'doing' ? 'todo' : 'doing')}>
          {status === 'doing' ? t.stop : t.start}
        </button>
        <button
          type="button"
          className="button"
          ref={skipButton}
          aria-expanded={status === 'skipped' ? undefined : isSkipping}
          onClick={() => (status === 'skipped' ? change('todo') : setIsSkipping(!isSkipping))}
        >
          {status === 'skipped' ? t.unskip : t.skip}
        </button>
      </div>
      {SkipForm && (
        <SkipForm
          locale={locale}
          onCancel={closeSkip}
          onSkip={(why) => {
            change('skipped', why);
            skipButton.current?.focus();
          }}
        />
      )}
      <p className="mt-2 flex min-h-9 flex-wrap items-center gap-x-4 text-sm text-soft">
        <span role="status">{message}</span>
        {before && (
          <button
            type="button"
            className="min-h-9 underline underline-offset-4"
            onClick={() => change(before.status, before.reason, null)}
          >
            {t.undo}
          </button>
        )}
      </p>
    </section>
  );
}
