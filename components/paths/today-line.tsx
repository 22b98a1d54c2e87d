/** Today in two lines, beside the roadmap's Continue: the path, what is due, what is left of the day. Its classes are in the global sheet. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { type PathRoad, pathTitle } from '@/lib/paths/road';
import { todayOn } from '@/lib/paths/today';
import { todayStrings } from './today-strings';
import { useFollowed, useSituation } from './use-situation';

export function TodayLine({ road, locale }: { readonly road: PathRoad; readonly locale: Locale }) {
  const t = todayStrings[locale];
  const { owned, lens } = useFollowed(road);
  const situation = useSituation(road);
  if (!situation) return null;
  const { pace } = situation;
  const { dueToday, dueThisWeek, minutesLeft, daysThisWeek } = todayOn(lens, situation);
  const due = [
    dueToday.length > 0 && t.dueToday + t.colon + t.lessons(dueToday.length),
    dueThisWeek.length > 0 && t.dueThisWeek + t.colon + t.lessons(dueThisWeek.length),
  ].filter((fact) => fact !== false);
  const plan = minutesLeft > 0 ? t.minutesLeft(minutesLeft, pace.minutes) : t.minutesDone(pace.minutes);
  return (
    <p className="min-w-0 flex-1 basis-40 text-soft tabular-nums" data-today={owned?.path.id ?? 'road'}>
      <SiteLink href={routes.paths(locale)} className="underline underline-offset-4">
        <bdi>{owned ? pathTitle(owned.path, road.names) || t.untitled : t.road}</bdi>
      </SiteLink>
      {due.length > 0 && t.separator + due.join(t.separator)}
      <br />
      {t.plan + t.colon + plan + t.separator + t.week + t.colon + t.days(daysThisWeek, pace.days)}
    </p>
  );
}
