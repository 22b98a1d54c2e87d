/** The road as a cut through the ground: four layers, each module a seam, each lesson a stone whose width is its minutes. */

import { StageProgress } from '@/components/progress/stage-progress';
import { SiteLink } from '@/components/ui/site-link';
import type { Site, Stage } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { Horizon } from './horizon';
import { Stone } from './stone';
import { strings } from './strings';

export function Strata({ site, locale }: { readonly site: Site; readonly locale: Locale }) {
  const t = strings[locale];
  return (
    <section className="strata" aria-label={t.layers}>
      {site.stages.map((stage, index) => (
        <Layer key={stage.id} site={site} stage={stage} order={index + 1} locale={locale} />
      ))}
    </section>
  );
}

type LayerProps = { readonly site: Site; readonly stage: Stage; readonly order: number; readonly locale: Locale };

function Layer({ site, stage, order, locale }: LayerProps) {
  const t = strings[locale];
  const lessons = site.lessons.filter((lesson) => lesson.stage === stage.id);
  const seams = stage.modules
    .map((module) => ({ module, lessons: lessons.filter((lesson) => lesson.module === module.id) }))
    .filter((seam) => seam.lessons.length > 0);
  return (
    <div className="layer" data-stage={stage.id}>
      <Horizon seed={order} />
      <div className="layer-body">
        <header className="layer-head">
          <p className="layer-order">{t.stage(order)}</p>
          <h2>
            <SiteLink href={routes.stage(locale, stage.id)}>{stage.title[locale]}</SiteLink>
          </h2>
          <p className="layer-time">{stage.time[locale]}</p>
          <p className="layer-goal">{stage.goal[locale]}</p>
          <StageProgress ids={lessons.map(({ id }) => id)} locale={locale} />
        </header>
        <div className="seams">
          {seams.map(({ module, lessons: stones }) => (
            <section key={module.id} className="seam">
              <h3>{module.title[locale]}</h3>
              <ol>
                {stones.map((lesson) => (
                  <Stone key={lesson.id} lesson={lesson} locale={locale} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
