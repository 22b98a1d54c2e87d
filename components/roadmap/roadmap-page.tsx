/** The first screen: a promise, one click to start, and the road drawn as four layers. */

import { TodaySlot } from '@/components/paths/today-slot';
import { ContinueLink } from '@/components/progress/continue-link';
import { RoadProgress } from '@/components/progress/road-progress';
import { ShareButton } from '@/components/share/share-button';
import { SiteLink } from '@/components/ui/site-link';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { pathRoad } from '@/lib/paths/road';
import { HeroFigure } from './hero-figure';
import { Strata } from './strata';
import { strings } from './strings';

export function RoadmapPage({ site, locale }: { readonly site: Site; readonly locale: Locale }) {
  const t = strings[locale];
  const road = pathRoad(site, locale);
  const stages = site.stages.map(({ id }) => ({
    id,
    ids: site.lessons.filter((lesson) => lesson.stage === id).map((lesson) => lesson.id),
  }));
  return (
    <main id="content">
      <section className="hero">
        <h1>
          {t.headline.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h1>
        <p className="hero-lead">{t.lead}</p>
        <div className="hero-start">
          <ContinueLink lessons={road.lessons} aliases={road.aliases} locale={locale} />
          <TodaySlot road={road} locale={locale}>
            <p className="text-soft">{t.facts}</p>
          </TodaySlot>
        </div>
        <div className="hero-progress">
          <RoadProgress stages={stages} locale={locale} />
        </div>
        <HeroFigure locale={locale} />
      </section>
      <Strata site={site} locale={locale} />
      <section className="rooms">
        <div>
          <h2>{t.mapTitle}</h2>
          <p>{t.mapText(site.concepts.length)}</p>
          <SiteLink href={routes.map(locale)}>{t.mapLink}</SiteLink>
        </div>
        <div>
          <h2>{t.labsTitle}</h2>
          <p>{t.labsText(site.labs.length)}</p>
          <SiteLink href={routes.labs(locale)}>{t.labsLink}</SiteLink>
        </div>
        <div id="share">
          <h2>{t.mentorTitle}</h2>
          <p>{t.mentorText}</p>
          <ShareButton locale={locale} lessons={site.lessons.map(({ id }) => id)} aliases={site.aliases} />
        </div>
      </section>
    </main>
  );
}
