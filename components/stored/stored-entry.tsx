/** The static frame of the page: what it will say stands there before any script has looked. */
import '@/components/ui/rooms.css';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { StoredPage } from './stored-page';
import { strings } from './strings';

export function StoredEntry({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  return (
    <main id="content" className="page room">
      <div className="max-w-3xl">
        <p className="crumbs">
          <SiteLink href={routes.me(locale)} className="quiet-link">
            {t.back}
          </SiteLink>
        </p>
        <h1 className="mb-1 text-3xl font-semibold">{t.title}</h1>
        <p className="text-soft">{t.lead}</p>
        <noscript>
          <p className="mt-4 border-s-2 border-warn bg-warn-wash px-4 py-3">{t.noScript}</p>
        </noscript>
        <StoredPage locale={locale} />
      </div>
    </main>
  );
}
