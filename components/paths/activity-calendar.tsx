/**
 * The days on which something was learnt, a column a week, today at the end. Fuller days have larger stones, so it does not need
 * the colour. A table, because that is what it is: a screen reader walks it by week and weekday.
 */
'use client';
import { useMemo } from 'react';
import { useProgress, useRecord } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { activityOf } from '@/lib/paths/activity';
import { type CalendarDay, calendarOf, type Level } from '@/lib/paths/calendar-grid';
import { writeDay } from '@/lib/paths/civil-day';
import { streakOf } from '@/lib/paths/streak';
import { calendarStrings } from './calendar-strings';
import { formatCivilDay } from './format-civil-day';
import { streakPreference } from './streak-switch';
import { useToday } from './use-today';

const shownWeeks = 20;

export function ActivityCalendar({ locale }: { readonly locale: Locale }) {
  const t = calendarStrings[locale];
  const records = useProgress((state) => state.records);
  const today = useToday();
  const isRhythmShown = useRecord('prefs', streakPreference) !== false;
  const activity = useMemo(() => activityOf(records), [records]);
  const weeks = useMemo(() => calendarOf(activity, today ?? 0, shownWeeks), [activity, today]);
  // Before the day is known the frame stands there, as large as it will be.
  const days = weeks.flatMap((week) => week.days).filter((each) => each && each.results > 0).length;
  const streak = today === null ? 0 : streakOf(activity, today);
  return (
    <div data-days={today === null ? undefined : days}>
      <table className="w-full table-fixed border-separate border-spacing-0.5">
        <caption className="sr-only">{t.caption(shownWeeks)}</caption>
        <thead>
          <tr>
            <td className="w-6" />
            {weeks.map(({ monday }) => (
              <th key={monday} scope="col" className="p-0">
                <span className="sr-only">{today !== null && formatCivilDay(monday, locale, today)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {t.weekdays.map((name, weekday) => (
            <tr key={name}>
              <th scope="row" className="h-3 pe-1 text-start text-xs leading-none font-normal text-faint">
                <span aria-hidden="true">{weekday % 2 === 0 && t.weekdaysShort[weekday]}</span>
                <span className="sr-only">{name}</span>
              </th>
              {weeks.map((week) => (
                <Day key={week.monday} day={week.days[weekday] ?? null} today={today} locale={locale} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-soft tabular-nums">
        <span>{today !== null && (days > 0 ? t.sum(days, shownWeeks) : t.empty)}</span>
        <span aria-hidden="true" className="inline-flex items-center gap-1 text-faint">
          {t.less}
          {([0, 1, 2, 3] as const).map((level) => (
            <span key={level} className="inline-grid size-3">
              <Stone level={level} />
            </span>
          ))}
          {t.more}
        </span>
      </p>
      {isRhythmShown && streak > 1 && (
        <p className="mt-2 text-sm tabular-nums" data-streak={streak}>
          {t.rhythm(streak)}
          <span className="block text-soft">{t.rhythmHint}</span>
        </p>
      )}
    </div>
  );
}

type DayProps = { readonly day: CalendarDay | null; readonly today: number | null; readonly locale: Locale };

function Day({ day, today, locale }: DayProps) {
  const t = calendarStrings[locale];
  if (!day || today === null) return <td className="h-3 p-0" />;
  const words = day.results > 0 ? t.results(day.results) : t.nothing;
  return (
    <td className="h-3 p-0" title={`${formatCivilDay(day.day, locale, today)}: ${words}`} data-day={writeDay(day.day)}>
      <span className="sr-only">{words}</span>
      <Stone level={day.level} isToday={day.day === today} />
    </td>
  );
}

const looks: Readonly<Record<Level, string>> = {
  0: 'size-1 bg-line',
  1: 'size-1.5 bg-accent',
  2: 'size-2.5 bg-accent',
  3: 'size-3 bg-accent',
};

function Stone({ level, isToday = false }: { readonly level: Level; readonly isToday?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`m-auto block rounded-sm ${looks[level]} ${isToday ? 'outline outline-1 outline-offset-2 outline-strong' : ''}`}
    />
  );
}
