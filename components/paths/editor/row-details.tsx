/** Date and note of one lesson. Enter in the date goes on to the next lesson's, so that a whole path is dated in one go. */
'use client';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import { routes } from '@/lib/i18n/routes';
import { dueOnDay } from '@/lib/paths/draft-dates';
import { lessonOf } from '@/lib/paths/draft-road';
import { addDays } from '@/lib/share/day';
import { shareLimits } from '@/lib/share/limits';
import type { PathLesson } from '@/lib/share/path-code';
import { DateField } from './date-field';
import type { Desk } from './desk';
import { DueOffset } from './due-offset';

type Props = {
  readonly desk: Desk;
  readonly lesson: PathLesson;
  /** Id of the lesson after it. */
  readonly next: number | undefined;
  readonly onOpen: (id: number | null) => void;
};

export function RowDetails({ desk, lesson, next, onOpen }: Props) {
  const { locale, t, road, draft, dispatch } = desk;
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { due, note = '' } = lesson;
  const info = lessonOf(road, lesson.id);
  const day = due === undefined || draft.start === '' ? undefined : addDays(draft.start, due);
  const setDue = (days: number | null) => dispatch({ do: 'due', id: lesson.id, due: days });
  const goOn = () => onOpen(next ?? null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    goOn();
  };
  return (
    <div className="mb-3 ml-11 grid gap-4 border-line border-l-2 pl-3 text-sm">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        {draft.start !== '' && (
          <div className="grid gap-1">
            <DateField
              label={t.row.dueDate}
              value={day ?? ''}
              read={(typed) => {
                const reading = dueOnDay(draft.start, typed);
                return typed === '' || reading.ok ? null : t.dateError[reading.why];
              }}
              onDay={(typed) => {
                const reading = dueOnDay(draft.start, typed);
                setDue(reading.ok ? reading.due : null);
              }}
              field={{ ref: first, min: draft.start, onKeyDown: press }}
            />
          </div>
        )}
        <DueOffset
          label={t.row.dueAfter}
          t={t}
          due={due}
          field={{ ...(draft.start === '' ? { ref: first } : {}), onKeyDown: press }}
          onDue={setDue}
        />
        {due !== undefined && (
          <button type="button" className="button" onClick={() => setDue(null)}>
            {t.row.noDate}
          </button>
        )}
      </div>
      <div className="grid gap-1">
        <label htmlFor={`${id}-note`}>{t.row.note}</label>
        <textarea
          id={`${id}-note`}
          className="field w-full"
          rows={3}
          dir="auto"
          value={note}
          maxLength={shareLimits.note}
          aria-describedby={`${id}-left`}
          onChange={(event) => dispatch({ do: 'note', id: lesson.id, note: event.target.value })}
        />
        <p id={`${id}-left`} className="text-faint tabular-nums">
          {t.row.noteHint(shareLimits.note - note.length)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className="button" onClick={goOn}>
          {next === undefined ? t.row.done : t.row.next}
        </button>
        {info && (
          <SiteLink
            className="quiet-link inline-flex min-h-9 items-center px-2"
            href={routes.lesson(locale, info.stage, info.slug)}
            target="_blank"
          >
            {t.row.openLesson} ↗
          </SiteLink>
        )}
      </div>
    </div>
  );
}
