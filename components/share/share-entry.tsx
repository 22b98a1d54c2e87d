/** The static frame of the share page: what the decoder in the browser must know of the road, in one language, and no more. */
import '@/components/ui/rooms.css';
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { careerPathId } from '@/lib/paths/road';
import type { ShareRoad } from '@/lib/share/road-view';
import { SharePage } from './share-page';
import { strings } from './strings';

export function ShareEntry({ locale, site }: { readonly locale: Locale; readonly site: Site }) {
  const road: ShareRoad = {
    stages: site.stages.map(({ id, title }) => ({ id, title: title[locale] })),
    lessons: site.lessons.map(({ id, slug, stage, title, minutes }) => ({
      id,
      slug,
      stage,
      minutes,
      title: title[locale],
    })),
    careers: site.careers.map((career) => ({
      id: careerPathId(career),
      version: career.version,
      name: career.name[locale],
      titles: Object.values(career.name),
      lessons: career.lessons.map(({ id }) => id),
    })),
    aliases: site.aliases,
  };
  return (
    <main id="content" className="page room">
      <noscript>
        <p className="mx-auto mb-6 max-w-3xl border-warn border-l-2 bg-warn-wash px-4 py-3">
          {strings[locale].noScript}
        </p>
      </noscript>
      <SharePage locale={locale} road={road} />
    </main>
  );
}
