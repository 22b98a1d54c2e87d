/** The knowledge map: the picture, the same as a list, and the path to whatever is chosen. */
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { KnowledgeMap } from './knowledge-map';
import { mapData } from './map-data';
import { MapPicture } from './map-picture';
import { strings } from './strings';

export function MapPage({ site, locale }: { readonly site: Site; readonly locale: Locale }) {
  const t = strings[locale];
  return (
    <main id="content" className="map-page">
      <header className="map-head">
        <h1 className="page-title">{t.title}</h1>
        <p>{t.lead(site.concepts.length)}</p>
      </header>
      <KnowledgeMap
        data={mapData(site, locale)}
        stages={site.stages.map(({ id, title }) => ({ id, title: title[locale] }))}
        locale={locale}
      >
        <MapPicture site={site} locale={locale} />
      </KnowledgeMap>
    </main>
  );
}
