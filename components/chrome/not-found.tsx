/** No page here: said in both languages, because the address may not tell which. */
import { languageTag, locales } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { Mark } from './mark';
import { strings } from './strings';

export function NotFound() {
  return (
    <main id="content" className="page">
      <p className="mb-8 flex items-center gap-2 font-semibold">
        <Mark /> {strings.zh.brand} · {strings.en.brand}
      </p>
      <h1 className="sr-only">404</h1>
      <div className="grid gap-10 md:grid-cols-2">
        {locales.map((locale) => (
          <section key={locale} lang={languageTag[locale]}>
            <h2 className="page-title">{strings[locale].notFoundTitle}</h2>
            <p className="mb-4 text-soft">{strings[locale].notFoundText}</p>
            <a className="button" href={withBasePath(routes.home(locale))}>
              {strings[locale].toRoadmap}
            </a>
          </section>
        ))}
      </div>
    </main>
  );
}
