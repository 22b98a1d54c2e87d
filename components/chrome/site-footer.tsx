import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { strings } from './strings';

export function SiteFooter({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  return (
    <footer className="site-footer">
      <p>
        {t.footer}
        <SiteLink href={routes.stored(locale)} className="underline underline-offset-4">
          {t.stored}
        </SiteLink>
      </p>
      <nav aria-label={t.source}>
        {(['paths', 'resources', 'offline', 'share', 'cohort'] as const).map((room) => (
          <SiteLink key={room} className="quiet-link" href={routes[room](locale)}>
            {t[room]}
          </SiteLink>
        ))}
        <a className="quiet-link" href={withBasePath('/roadmap.json')}>
          {t.openData}
        </a>
        <span>{t.source}</span>
      </nav>
    </footer>
  );
}
