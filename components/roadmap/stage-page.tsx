/** One stage: what it is for, how to get through it, its lessons by module with a status to set, its milestone, what it covers. */

import { MilestoneSection } from '@/components/milestone/milestone-section';
import { StageProgress } from '@/components/progress/stage-progress';
import { StatusMenu } from '@/components/progress/status-menu';
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson, Site, Stage } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { pathRoad } from '@/lib/paths/road';
import { Horizon } from './horizon';
import { StageDoors } from './stage-doors';
import { StagePlan } from './stage-plan';
import { stageStrings } from './stage-strings';

type Props = { readonly site: Site; readonly stage: Stage; readonly locale: Locale };

export function StagePage({ site, stage, locale }: Props) {
  const t = stageStrings[locale];
  const lessons = site.lessons.filter((lesson) => lesson.stage === stage.id);
  const order = site.stages.findIndex(({ id }) => id === stage.id) + 1;
  const seams = stage.modules
    .map((module) => ({ module, lessons: lessons.filter((lesson) => lesson.module === module.id) }))
    .filter((seam) => seam.lessons.length > 0);
  const concepts = site.concepts.filter(({ id }) => lessons.some((lesson) => lesson.concepts.includes(id)));
  const milestone = site.milestones.find((each) => each.stage === stage.id);
  const placement = site.placements.find((each) => each.stage === stage.id);
  return (
    <main id="content" data-stage={stage.id} className="stage">
      <div className="stage-top">
        <header className="stage-head">
          <p className="crumbs">
            <SiteLink className="quiet-link" href={routes.home(locale)}>
              {t.allStages}
            </SiteLink>
            <span>{t.stage(order)}</span>
          </p>
          <h1>{stage.title[locale]}</h1>
          <p className="stage-about">{stage.about[locale]}</p>
          <dl>
            <div>
              <dt>{t.goal}</dt>
              <dd>{stage.goal[locale]}</dd>
            </div>
            <div>
              <dt>{t.time}</dt>
              <dd>{stage.time[locale]}</dd>
            </div>
          </dl>
          <StageProgress ids={lessons.map(({ id }) => id)} locale={locale} />
        </header>
      </div>
      <Horizon seed={order + 4} />
      <div className="stage-body">
        <StageDoors stage={stage.id} placement={placement} locale={locale} />
        <StagePlan stage={stage} lessons={pathRoad(site, locale).lessons} milestone={milestone} locale={locale} />
        {seams.map(({ module, lessons: items }) => (
          <section key={module.id}>
            <h2>{module.title[locale]}</h2>
            <ol>
              {items.map((lesson) => (
                <LessonRow key={lesson.id} lesson={lesson} locale={locale} />
              ))}
            </ol>
          </section>
        ))}
        {milestone && <MilestoneSection milestone={milestone} site={site} locale={locale} />}
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

function LessonRow({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  return (
    <li className="stage-lesson">
      <div>
        <h3>
          <SiteLink href={routes.lesson(locale, lesson.stage, lesson.slug)}>{lesson.title[locale]}</SiteLink>
        </h3>
        <p>{lesson.summary[locale]}</p>
        <p className="kicker tabular-nums">{stageStrings[locale].minutes(lesson.minutes)}</p>
      </div>
      <StatusMenu id={lesson.id} title={lesson.title[locale]} locale={locale} />
    </li>
  );
}
