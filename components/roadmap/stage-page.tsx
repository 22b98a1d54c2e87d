/** One stage: what it is for, how long it takes, its lessons by module with a status to set, and what it covers. */

import { StageProgress } from '@/components/progress/stage-progress';
import { StatusMenu } from '@/components/progress/status-menu';
import { SiteLink } from '@/components/ui/site-link';
import type { Site, Stage } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { Horizon } from './horizon';
import { strings } from './strings';

type Props = { readonly site: Site; readonly stage: Stage; readonly locale: Locale };

export function StagePage({ site, stage, locale }: Props) {
  const t = strings[locale];
  const lessons = site.lessons.filter((lesson) => lesson.stage === stage.id);
  const order = site.stages.findIndex(({ id }) => id === stage.id) + 1;
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const moduleIds = new Set(stage.modules.map(({ id }) => id));
  const seams = stage.modules
    .map((module) => ({ module, lessons: lessons.filter((lesson) => lesson.module === module.id) }))
    .filter((seam) => seam.lessons.length > 0);
  const concepts = site.concepts.filter((concept) =>
    lessons.some((lesson) => moduleIds.has(lesson.module) && lesson.concepts.includes(concept.id)),
  );
  return (
    <main id="content" data-stage={stage.id} className="stage">
      <div className="layer">
        <header className="stage-head">
          <p className="crumbs">
            <SiteLink className="quiet-link" href={routes.home(locale)}>
              {t.allStages}
            </SiteLink>
            <span>{t.stage(order)}</span>
          </p>
          <h1>{stage.title[locale]}</h1>
          <dl>
            <div>
              <dt>{t.goal}</dt>
              <dd>{stage.goal[locale]}</dd>
            </div>
            <div>
              <dt>{t.time}</dt>
              <dd>{stage.time[locale]}</dd>
              <dd className="text-soft">{t.pace(t.hours(minutes))}</dd>
            </div>
          </dl>
          <StageProgress ids={lessons.map(({ id }) => id)} locale={locale} />
          <p className="mt-3 text-sm">
            <SiteLink className="quiet-link" href={routes.offline(locale)}>
              {t.offline}
            </SiteLink>
          </p>
        </header>
      </div>
      <Horizon seed={order + 4} />
      <div className="stage-body">
        {seams.map(({ module, lessons: items }) => (
          <section key={module.id}>
            <h2>{module.title[locale]}</h2>
            <ol>
              {items.map((lesson) => (
                <li key={lesson.id} className="stage-lesson">
                  <div>
                    <h3>
                      <SiteLink href={routes.lesson(locale, lesson.stage, lesson.slug)}>
                        {lesson.title[locale]}
                      </SiteLink>
                    </h3>
                    <p>{lesson.summary[locale]}</p>
                    <p className="kicker tabular-nums">{t.minutes(lesson.minutes)}</p>
                  </div>
                  <StatusMenu id={lesson.id} title={lesson.title[locale]} locale={locale} />
                </li>
              ))}
            </ol>
          </section>
        ))}
        <section>
          <h2>{t.conceptsOf}</h2>
          <ul className="concept-list">
            {concepts.map((concept) => (
              <li key={concept.id}>
                <SiteLink href={routes.concept(locale, concept.id)}>{concept.name[locale]}</SiteLink>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
