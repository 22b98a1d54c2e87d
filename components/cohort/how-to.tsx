/** Where snapshots come from, and a message in both languages that brings them. */
'use client';
import { strings as shareStrings } from '@/components/share/button-strings';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type Locale, languageName, languageTag, locales } from '@/lib/i18n/locale';
import { basePath, routes } from '@/lib/i18n/routes';
import { CopyText } from './copy-text';
import { strings } from './strings';

/** `isTitled`: the title stands above already. */
export function HowTo({ locale, isTitled = false }: { readonly locale: Locale; readonly isTitled?: boolean }) {
  const t = strings[locale];
  // The address is the browser's: the static page does not know under which it is served.
  const origin = useHydrated() ? location.origin : '';
  return (
    <section className={isTitled ? 'mt-4' : 'mt-10 border-line border-t pt-5 print:hidden'}>
      {!isTitled && <h2 className="font-semibold text-lg">{t.howTo}</h2>}
      <ol className="mt-3 grid max-w-2xl list-decimal gap-2 pl-5">
        {t.steps(shareStrings[locale].share).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3 className="mt-6 mb-2 font-medium">{t.message}</h3>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {[locale, ...locales.filter((other) => other !== locale)].map((language) => (
          <CopyText
            key={language}
            locale={locale}
            label={languageName[language]}
            language={languageTag[language]}
            text={strings[language].messageText(
              shareStrings[language].share,
              `${origin}${basePath}${routes.me(language)}`,
            )}
          />
        ))}
      </div>
      <p className="mt-6 max-w-2xl text-soft text-sm">{t.privacy}</p>
    </section>
  );
}
