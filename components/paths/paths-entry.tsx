/** The static frame of my paths: what a path is, the road, the career paths. What this browser holds comes in beside them. */
import '@/components/ui/rooms.css';
import { SiteLink } from '@/components/ui/site-link';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { careerOffers, pathRoad } from '@/lib/paths/road';
import { PathsPage } from './paths-page';
import { strings } from './strings';

export function PathsEntry({ locale, site }: { readonly locale: Locale; readonly site: Site }) {
  const t = strings[locale];
  return (
    <main id="content" className="page room">
      <header className="mb-10 grid gap-x-16 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-end">
        <div>
          <h1 className="mb-1 text-3xl font-semibold">{t.title}</h1>
          <p className="max-w-(--measure) text-soft">{t.lead}</p>
          <noscript>
            <p className="mt-3 border-s-2 border-warn bg-warn-wash py-2 ps-3 pe-2">{t.noScript}</p>
          </noscript>
        </div>
        <div>
          <p className="mb-3 text-sm text-soft">{t.makeHint}</p>
          <p className="flex flex-wrap gap-2">
            <SiteLink href={routes.newPath(locale)} className="button">
              {t.make}
            </SiteLink>
            <SiteLink href={routes.share(locale)} className="button">
              {t.openCode}
            </SiteLink>
          </p>
        </div>
      </header>
      <PathsPage road={pathRoad(site, locale)} careers={careerOffers(site, locale)} locale={locale} />
    </main>
  );
}
