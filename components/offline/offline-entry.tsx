/** The static frame of the offline page: what the list in the browser must know of the road, in one language, and no more. */
import '@/components/ui/rooms.css';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { OfflinePage } from './offline-page';
import type { OfflineRoad } from './offline-road';
import { strings } from './strings';

export function OfflineEntry({ locale, site }: { readonly locale: Locale; readonly site: Site }) {
  const t = strings[locale];
  const road: OfflineRoad = {
    stages: site.stages.map(({ id, title }) => ({ id, title: title[locale] })),
    lessons: site.lessons.map(({ slug, stage, title }) => ({
      href: routes.lesson(locale, stage, slug),
      stage,
      title: title[locale],
    })),
    labs: site.labs.map(({ id, title }) => ({ href: routes.lab(locale, id), title: title[locale] })),
    concepts: site.concepts.map(({ id, name }) => ({ href: routes.concept(locale, id), title: name[locale] })),
  };
  return (
    <main id="content" className="page room">
      <header className="mb-10 max-w-(--measure)">
        <h1 className="mb-1 text-3xl font-semibold">{t.title}</h1>
        <p className="text-soft">{t.lead}</p>
      </header>
      <noscript>
        <p className="mb-6 max-w-3xl border-warn border-l-2 bg-warn-wash px-4 py-3">{t.noScript}</p>
      </noscript>
      <OfflinePage locale={locale} road={road} />
    </main>
  );
}
