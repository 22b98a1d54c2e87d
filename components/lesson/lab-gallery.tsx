/** All labs, by stage in road order, each with its one claim. */

import { GoalMark } from '@/components/progress/goal-mark';
import { SiteLink } from '@/components/ui/site-link';
import type { LabInfo, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { labStrings } from './lab-strings';

export function LabGallery({ site, locale }: { readonly site: Site; readonly locale: Locale }) {
  const t = labStrings[locale];
  const groups = site.stages
    .map((stage) => ({ stage, labs: labsOfStage(site, stage.id) }))
    .filter(({ labs }) => labs.length > 0);
  return (
    <main id="content" className="page gallery">
      <header>
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
      </header>
      {groups.map(({ stage, labs }) => (
        <section key={stage.id} data-stage={stage.id}>
          <h2>{stage.title[locale]}</h2>
          <ul>
            {labs.map((lab) => (
              <li key={lab.id} data-lab-card={lab.id}>
                <SiteLink href={routes.lab(locale, lab.id)}>
                  <h3>{lab.title[locale]}</h3>
                  <p>{lab.claim[locale]}</p>
                  <GoalMark id={lab.id} label={t.goalMet} />
                </SiteLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function labsOfStage(site: Site, stage: string): readonly LabInfo[] {
  return site.labs.filter((lab) => lab.stage === stage).sort((a, b) => a.order - b.order);
}
