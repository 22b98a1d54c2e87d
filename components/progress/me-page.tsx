/**
 * The learner's own page. The frame and every title are in the static page; the islands fill in what this browser knows.
 * On a wide screen the lessons stand left and what one looks up or does now and then right; on a phone the long list of
 * lessons comes after what is looked up most.
 */
import '@/components/ui/rooms.css';
import type { ReactNode } from 'react';
import { ActivityCalendar } from '@/components/paths/activity-calendar';
import { calendarStrings } from '@/components/paths/calendar-strings';
import { TodayCard } from '@/components/paths/today-card';
import { todayStrings } from '@/components/paths/today-strings';
import { ShareButton } from '@/components/share/share-button';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { pathRoad } from '@/lib/paths/road';
import { ContinueLink } from './continue-link';
import { MeBackup } from './me-backup';
import { meMilestones, meStages } from './me-data';
import { MeEvidence } from './me-evidence';
import { MeLessons } from './me-lessons';
import { MeMilestones } from './me-milestones';
import { MeNotes } from './me-notes';
import { MePreferences } from './me-preferences';
import { MeRecent } from './me-recent';
import { MeReset } from './me-reset';
import { meStrings } from './me-strings';
import { MeSummary } from './me-summary';

type Props = {
  readonly locale: Locale;
  readonly site: Pick<Site, 'stages' | 'lessons' | 'aliases' | 'careers' | 'milestones'>;
};

export function MePage({ locale, site }: Props) {
  const t = meStrings[locale];
  const stages = meStages(site, locale);
  const road = pathRoad(site, locale);
  const targets = stages.flatMap(({ id: stage, lessons }) =>
    lessons.map(({ id, href, title }) => ({ id, stage, href, title })),
  );
  return (
    <main id="content" className="page room">
      <header className="mb-10 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-end">
        <div>
          <h1 className="mb-1 text-3xl font-semibold">{t.title}</h1>
          <p className="mb-8 text-soft">{t.lead}</p>
          <MeSummary stages={stages} locale={locale} />
        </div>
        <div className="grid justify-items-start gap-4">
          <ContinueLink lessons={road.lessons} aliases={road.aliases} locale={locale} />
          <ShareButton locale={locale} lessons={site.lessons.map(({ id }) => id)} aliases={site.aliases} />
        </div>
      </header>
      <div className="grid grid-cols-1 gap-x-16 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2">
          <Part title={todayStrings[locale].plan}>
            <TodayCard road={road} locale={locale} />
          </Part>
          <Part title={calendarStrings[locale].title}>
            <ActivityCalendar locale={locale} />
          </Part>
          <Part title={t.recent}>
            <MeRecent lessons={targets} locale={locale} />
          </Part>
          <Part title={t.evidence} hint={t.evidenceHint}>
            <MeEvidence stages={stages} locale={locale} />
          </Part>
          {site.milestones.length > 0 && (
            <Part title={t.milestones}>
              <MeMilestones milestones={meMilestones(site, locale)} locale={locale} />
            </Part>
          )}
          <Part title={t.backup} id="backup">
            <MeBackup lessons={targets} locale={locale} />
          </Part>
        </div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Part title={t.lessons} hint={t.lessonsHint}>
            <MeLessons stages={stages} locale={locale} />
          </Part>
          <Part title={t.notes}>
            <MeNotes lessons={targets} locale={locale} />
          </Part>
        </div>
        <div className="lg:col-start-2">
          <Part title={t.preferences}>
            <MePreferences locale={locale} />
          </Part>
          <Part title={t.startOver} hint={t.startOverHint}>
            <MeReset locale={locale} />
          </Part>
        </div>
      </div>
    </main>
  );
}

type PartProps = { readonly title: string; readonly hint?: string; readonly id?: string; readonly children: ReactNode };

function Part({ title, hint, id, children }: PartProps) {
  return (
    <section id={id} className="mb-10 border-t border-line pt-5">
      <h2 className="text-lg font-semibold">{title}</h2>
      {hint && <p className="mt-1 text-sm text-soft">{hint}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
