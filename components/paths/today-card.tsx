/** What today asks on the path that is followed. Facts in ink, none in red: a date that has passed is no fault. */
'use client';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { lensIds } from '@/lib/paths/lens';
import { type PathRoad, pathTitle, type RoadLesson } from '@/lib/paths/road';
import type { Situation } from '@/lib/paths/situation';
import { type DueLesson, todayOn } from '@/lib/paths/today';
import { continueLesson } from '@/lib/progress/selectors';
import { formatCivilDay } from './format-civil-day';
import { todayStrings } from './today-strings';
import { useFollowed, useSituation } from './use-situation';

export function TodayCard({ road, locale }: { readonly road: PathRoad; readonly locale: Locale }) {
  const t = todayStrings[locale];
  const { owned, lens } = useFollowed(road);
  const situation = useSituation(road);
  const next = useProgress(({ records }) => continueLesson(records, lensIds(lens)));
  const known = useMemo(() => new Map(road.lessons.map((lesson) => [lesson.id, lesson])), [road]);
  const title = owned ? pathTitle(owned.path, road.names) || t.untitled : t.road;
  const lesson = next === undefined ? undefined : known.get(next);
  const plan = situation && todayOn(lens, situation);
  const rows: readonly (readonly [name: string, value: ReactNode])[] = [
    [
      t.path,
      <SiteLink key="path" href={routes.paths(locale)} className="underline underline-offset-4">
        <bdi>{title}</bdi>
      </SiteLink>,
    ],
    [t.next, lesson ? <LessonLink key="next" lesson={lesson} minutes={t.minutes(lesson.minutes)} /> : t.finished],
    ...(plan && situation ? planRows(plan, { t, known, locale, situation }) : []),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1" data-today={next ?? 'finished'}>
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt className="py-0.5 text-sm text-faint">{name}</dt>
          <dd className="min-w-0 py-0.5">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

type Shown = {
  readonly t: (typeof todayStrings)['en'];
  readonly known: ReadonlyMap<number, RoadLesson>;
  readonly locale: Locale;
  readonly situation: Situation;
};

function planRows(
  { dueToday, dueThisWeek, dueNext, late, minutesLeft, daysThisWeek }: ReturnType<typeof todayOn>,
  { t, known, locale, situation: { pace, today } }: Shown,
): readonly (readonly [string, ReactNode])[] {
  const list = (due: readonly DueLesson[], withDay: boolean) => (
    <ul>
      {due.map(({ id, day }) => {
        const lesson = known.get(id);
        const when = withDay ? formatCivilDay(day, locale, today, true) : '';
        return lesson && <li key={id}>{<LessonLink lesson={lesson} minutes={when} />}</li>;
      })}
    </ul>
  );
  return [
    ...(dueToday.length > 0 ? [[t.dueToday, list(dueToday, false)] as const] : []),
    ...(dueThisWeek.length > 0 ? [[t.dueThisWeek, list(dueThisWeek, true)] as const] : []),
    ...(dueNext ? [[t.dueNext, list([dueNext], true)] as const] : []),
    [
      t.plan,
      <span key="plan" className="tabular-nums">
        {minutesLeft > 0 ? t.minutesLeft(minutesLeft, pace.minutes) : t.minutesDone(pace.minutes)}
        {late > 0 && <span className="block">{t.late(late)}</span>}
      </span>,
    ],
    [
      t.week,
      <span key="week" className="tabular-nums">
        {t.days(daysThisWeek, pace.days)}
      </span>,
    ],
  ];
}

function LessonLink({ lesson, minutes }: { readonly lesson: RoadLesson; readonly minutes: string }) {
  return (
    <span data-stage={lesson.stage}>
      <SiteLink href={lesson.href} className="text-accent underline underline-offset-4">
        {lesson.title}
      </SiteLink>{' '}
      <span className="whitespace-nowrap text-sm text-faint tabular-nums">{minutes}</span>
    </span>
  );
}
