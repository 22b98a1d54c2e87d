/** The static frame of the mentor's page: what it is, what it keeps, and how learners send a snapshot. The island does the rest. */
import '@/components/ui/rooms.css';
import './cohort.css';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import type { ShareRoad } from '@/lib/share/road-view';
import { CohortPage } from './cohort-page';
import { strings } from './strings';

export function CohortEntry({ locale, site }: { readonly locale: Locale; readonly site: Site }) {
  const t = strings[locale];
  const road: ShareRoad = {
    stages: site.stages.map(({ id, title }) => ({ id, title: title[locale] })),
    lessons: site.lessons.map(({ id, slug, stage, title, minutes }) => ({
      id,
      slug,
      stage,
      minutes,
      title: title[locale],
    })),
    careers: [],
    aliases: site.aliases,
  };
  return (
    <main id="content" className="page room cohort">
      <header className="mb-6 max-w-3xl print:hidden">
        <h1 className="mb-1 text-3xl font-semibold">{t.title}</h1>
        <p className="text-soft">{t.lead}</p>
      </header>
      <noscript>
        <p className="mb-6 max-w-3xl border-warn border-l-2 bg-warn-wash px-4 py-3">{t.noScript}</p>
      </noscript>
      <CohortPage locale={locale} road={road} />
    </main>
  );
}
