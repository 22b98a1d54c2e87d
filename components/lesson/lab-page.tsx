/** A lab alone on a page, for teaching: its state is in the address. */
import { SiteLink } from '@/components/ui/site-link';
import { getSite } from '@/lib/content/load';
import { keepUnits } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { LabSlot } from './lab-slot';
import { labStrings } from './lab-strings';

export function LabPage({ id, locale }: { readonly id: string; readonly locale: Locale }) {
  const site = getSite();
  const t = labStrings[locale];
  const lab = site.labs.find((item) => item.id === id);
  const lesson = site.lessons.find((item) => item.slug === lab?.lesson);
  if (!lab) return null;
  const milestone = site.milestones.find(({ steps }) => steps.some(({ labs }) => labs.includes(id)));
  return (
    <main id="content" className="page lab-page" data-stage={lab.stage}>
      <p className="crumbs">
        <SiteLink className="quiet-link" href={routes.labs(locale)}>
          {t.all}
        </SiteLink>
        {lesson && (
          <SiteLink className="quiet-link" href={routes.lesson(locale, lesson.stage, lesson.slug)}>
            {t.partOf(lesson.title[locale])}
          </SiteLink>
        )}
        {milestone && (
          <SiteLink className="quiet-link" href={`${routes.stage(locale, milestone.stage)}#milestone`}>
            {milestone.title[locale]}
          </SiteLink>
        )}
      </p>
      <h1 className="sr-only">{lab.title[locale]}</h1>
      {lab.about && <p className="lab-about">{keepUnits(lab.about[locale])}</p>}
      <LabSlot id={id} locale={locale} standalone />
    </main>
  );
}
