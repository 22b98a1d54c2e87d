/** The bar on top of every page: brand, four rooms, search, language, theme. */

import { themeStrings } from '@/components/progress/theme-strings';
import { ThemeToggle } from '@/components/progress/theme-toggle';
import { SearchButton } from '@/components/search/search-button';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { NavLink } from './nav-link';
import { strings } from './strings';

export function SiteHeader({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  return (
    <header className="site-header">
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <SiteLink href={routes.home(locale)} className="site-brand">
        <Mark />
        <span>{t.brand}</span>
      </SiteLink>
      <nav aria-label={t.main} className="site-nav">
        <NavLink href={routes.home(locale)} exact>
          {t.roadmap}
        </NavLink>
        <NavLink href={routes.map(locale)}>{t.map}</NavLink>
        <NavLink href={routes.labs(locale)}>{t.labs}</NavLink>
        <NavLink href={routes.me(locale)}>{t.me}</NavLink>
      </nav>
      <div className="site-tools">
        <SearchButton locale={locale} label={t.search} failed={t.searchFailed} />
        <LanguageSwitch locale={locale} label={t.language} />
        <ThemeToggle t={themeStrings[locale]} />
      </div>
    </header>
  );
}
