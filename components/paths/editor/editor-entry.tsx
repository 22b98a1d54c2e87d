/** The static frame of the path editor: title, what it is for, and what the island must know of the road. */
import '@/components/ui/rooms.css';
import { SiteLink } from '@/components/ui/site-link';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { draftRoad } from '@/lib/paths/draft-road';
import { conceptField } from './concept-field';
import { PathEditor } from './path-editor';
import { strings } from './strings';

export function EditorEntry({ locale, site }: { readonly locale: Locale; readonly site: Site }) {
  const t = strings[locale];
  return (
    <main id="content" className="page room">
      <p className="crumbs">
        <SiteLink className="quiet-link" href={routes.paths(locale)}>
          {t.myPaths}
        </SiteLink>
      </p>
      <h1 className="mt-2 font-semibold text-2xl">{t.title}</h1>
      <p className="mt-1 max-w-2xl text-soft">{t.lead}</p>
      <noscript>
        <p className="mt-6 max-w-2xl border-warn border-l-2 bg-warn-wash px-4 py-3">{t.noScript}</p>
      </noscript>
      <PathEditor locale={locale} road={draftRoad(site, locale)} field={conceptField(site)} />
    </main>
  );
}
