/** The static frame of a placement test: what it is for and how long it takes. The test itself comes in below. */
import '@/components/ui/stage-room.css';
import { SiteLink } from '@/components/ui/site-link';
import type { Site, Stage } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { stageTest } from '@/lib/placement/stage-test';
import { PlacementTest } from './placement-test';
import { strings } from './strings';

type Props = { readonly site: Site; readonly stage: Stage; readonly locale: Locale };

export function PlacementEntry({ site, stage, locale }: Props) {
  const t = strings[locale];
  const test = stageTest(site, stage.id, locale);
  const summary = site.placements.find((each) => each.stage === stage.id)?.summary[locale];
  if (!test) return null;
  return (
    <main id="content" data-stage={stage.id} className="page stage-room">
      <div className="mx-auto max-w-(--measure)">
        <p className="crumbs">
          <SiteLink className="quiet-link" href={routes.home(locale)}>
            {t.road}
          </SiteLink>
          <SiteLink className="quiet-link" href={routes.stage(locale, stage.id)}>
            {stage.title[locale]}
          </SiteLink>
        </p>
        <h1 className="page-title mt-3">{t.title}</h1>
        <p className="mb-8 text-soft">{summary}</p>
        <noscript>
          <p className="mb-8 border-s-2 border-warn bg-warn-wash py-2 ps-3 pe-2">{t.noScript}</p>
        </noscript>
        <PlacementTest test={test} locale={locale} />
      </div>
    </main>
  );
}
