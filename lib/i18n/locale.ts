/** The two languages of the site. Order is the order in which they are offered. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A short text in both languages, as authored in YAML. */
export type Text = { readonly zh: string; readonly en: string };

/** BCP 47 tags for `lang` and `hreflang`. */
export const languageTag: Record<Locale, string> = { zh: 'zh-Hans', en: 'en' };

/** Each language's name in itself, for the switcher. */
export const languageName: Record<Locale, string> = { zh: '中文', en: 'English' };

export function isLocale(value: unknown): value is Locale {
  return value === 'zh' || value === 'en';
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'zh' ? 'en' : 'zh';
}
