/** A lesson that has a new address: the old one leads there, with and without scripts. */
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';

export function MovedPage({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  const href = routes.lesson(locale, lesson.stage, lesson.slug);
  return (
    <main id="content" className="page">
      <meta httpEquiv="refresh" content={`0; url=${withBasePath(href)}`} />
      <p>
        <SiteLink href={href}>{lesson.title[locale]}</SiteLink>
      </p>
    </main>
  );
}
