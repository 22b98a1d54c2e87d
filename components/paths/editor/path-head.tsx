/** What stands above the lessons: title, whose path it is, when it starts. */
'use client';
import { useId } from 'react';
import { dayNumber } from '@/lib/share/day';
import { shareLimits } from '@/lib/share/limits';
import { DateField } from './date-field';
import type { Desk } from './desk';

export function PathHead({ desk }: { readonly desk: Desk }) {
  const { t, draft, dispatch } = desk;
  const id = useId();
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <label className="grid gap-1 text-sm sm:col-span-2">
        {t.head.title}
        <input
          className="field w-full"
          name="title"
          value={draft.title}
          maxLength={shareLimits.title}
          autoComplete="off"
          onChange={(event) => dispatch({ do: 'title', text: event.target.value })}
        />
      </label>
      <div className="grid content-start gap-1 text-sm">
        <label htmlFor={`${id}-mentor`}>{t.head.mentor}</label>
        <input
          id={`${id}-mentor`}
          className="field w-full"
          name="mentor"
          value={draft.mentor}
          maxLength={shareLimits.name}
          autoComplete="name"
          aria-describedby={`${id}-mentor-hint`}
          onChange={(event) => dispatch({ do: 'mentor', text: event.target.value })}
        />
        <p id={`${id}-mentor-hint`} className="text-faint">
          {t.head.mentorHint}
        </p>
      </div>
      <div className="grid content-start gap-1 text-sm">
        <DateField
          label={t.head.start}
          hint={t.head.startHint}
          value={draft.start}
          read={(day) => (day === '' || dayNumber(day) !== undefined ? null : t.dateError['not-a-date'])}
          onDay={(text) => dispatch({ do: 'start', text })}
        />
      </div>
    </div>
  );
}
