/** The bare domain: two doors, and with JavaScript the right one opens by itself. */
import { languageName, languageTag, locales } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import { Mark } from './mark';
import { strings } from './strings';

/** The language the reader's browser prefers among ours; English when it names neither. */
const openDoor = `(function(){var l=(navigator.languages||[navigator.language]).find(function(x){return /^(zh|en)/i.test(x)})||'en';location.replace(${JSON.stringify(withBasePath('/'))}+(/^zh/i.test(l)?'zh':'en')+'/'+location.search+location.hash)})()`;

export function LanguageDoor() {
  return (
    <main id="content" className="page grid place-content-center gap-6 text-center">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, hashed by the content security policy */}
      <script dangerouslySetInnerHTML={{ __html: openDoor }} />
      <h1 className="flex items-center justify-center gap-3 text-2xl font-semibold">
        <Mark /> {strings.zh.brand} · {strings.en.brand}
      </h1>
      <ul className="grid gap-3">
        {locales.map((locale) => (
          <li key={locale} lang={languageTag[locale]}>
            <a className="button" href={withBasePath(routes.home(locale))}>
              {languageName[locale]}
            </a>
            <p className="mt-1 text-soft">{strings[locale].tagline}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
