/** The milestone of a stage: steps with what counts as done and how it is judged. All of it reads in the static page. */
import '@/components/ui/stage-room.css';
import { SiteLink } from '@/components/ui/site-link';
import type { Milestone, MilestoneStep, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { stepKey } from '@/lib/milestone/steps';
import { KeptEvidence } from './kept-evidence';
import { MilestoneTally } from './milestone-tally';
import { StepEvidence } from './step-evidence';
import { StepTick } from './step-tick';
import { strings } from './strings';

type Props = {
  readonly milestone: Milestone;
  readonly site: Pick<Site, 'lessons' | 'labs' | 'retiredSteps'>;
  readonly locale: Locale;
};

export function MilestoneSection({ milestone, site, locale }: Props) {
  const t = strings[locale];
  const { stage, steps } = milestone;
  const retired = Object.entries(site.retiredSteps).filter(([key]) => key.startsWith(`${stage}/`));
  return (
    <section id="milestone" data-milestone={stage} className="stage-room">
      <div className="border-t-2 border-accent pt-5">
        <h2 className="font-prose text-2xl font-semibold">{milestone.title[locale]}</h2>
        <p className="mt-2 max-w-(--measure) text-soft">{milestone.summary[locale]}</p>
        <p className="mt-3 flex flex-wrap gap-x-4 text-sm text-soft tabular-nums">
          <strong className="font-medium text-ink">
            <MilestoneTally keys={steps.map(({ id }) => stepKey(stage, id))} locale={locale} />
          </strong>
          <span>{t.time(Math.round(milestone.minutes / 60))}</span>
          <span>{t.notCounted}</span>
        </p>
        <noscript>
          <p className="mt-3 text-sm text-soft">{t.noScript}</p>
        </noscript>
        <ol className="mt-4">
          {steps.map((step, i) => (
            <Step key={step.id} step={step} order={i + 1} milestone={milestone} site={site} locale={locale} />
          ))}
        </ol>
        {retired.length > 0 && <KeptEvidence retired={retired} locale={locale} />}
      </div>
    </section>
  );
}

type StepProps = Props & { readonly step: MilestoneStep; readonly order: number };

function Step({ step, order, milestone: { stage }, site, locale }: StepProps) {
  const t = strings[locale];
  const key = stepKey(stage, step.id);
  const title = step.title[locale];
  const lessons = site.lessons.filter(({ slug }) => step.lessons.includes(slug));
  const labs = site.labs.filter(({ id }) => step.labs.includes(id));
  return (
    <li id={`step-${step.id}`} className="border-t border-line py-5" data-step={step.id}>
      <h3>
        <StepTick record={key} label={`${order}. ${title}`} />
      </h3>
      <div className="max-w-(--measure) ps-8">
        <p className="mt-1">{step.task[locale]}</p>
        <dl className="mt-3 grid grid-cols-1 gap-3">
          <Fact name={t.done} text={step.done[locale]} />
          <Fact name={t.judge} text={step.judge[locale]} />
        </dl>
        <Links
          name={t.lessons}
          links={lessons.map(({ stage: of, slug, title: text }) => [routes.lesson(locale, of, slug), text[locale]])}
        />
        <Links name={t.labs} links={labs.map(({ id, title: text }) => [routes.lab(locale, id), text[locale]])} />
        <StepEvidence record={key} step={title} locale={locale} />
      </div>
    </li>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-accent">{name}</dt>
      <dd className="text-soft">{text}</dd>
    </div>
  );
}

function Links({
  name,
  links,
}: {
  readonly name: string;
  readonly links: readonly (readonly [href: string, text: string])[];
}) {
  if (links.length === 0) return null;
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 text-sm">
      <span className="text-soft">{name}</span>
      {links.map(([href, text]) => (
        <SiteLink key={href} href={href} className="inline-block min-h-6 underline underline-offset-4">
          {text}
        </SiteLink>
      ))}
    </p>
  );
}
