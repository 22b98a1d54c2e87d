/** Titles, canonical and alternate links, social images: one place that knows how they are formed. */
import type { Metadata, Viewport } from 'next';
import { type Locale, languageTag, locales } from '@/lib/i18n/locale';
import { basePath, swapLocale } from '@/lib/i18n/routes';
import { strings } from './strings';

/** Where the site is published. Set SITE_URL when building for another place; it only affects absolute links in metadata. */
export const siteUrl = process.env.SITE_URL ?? 'http://localhost:3000';

export const siteViewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

export function siteMetadata(locale: Locale): Metadata {
  const t = strings[locale];
  return {
    metadataBase: new URL(siteUrl),
    title: { default: `${t.brand} · ${t.tagline}`, template: `%s · ${t.brand}` },
    applicationName: t.brand,
    icons: { icon: `${basePath}/icon.svg`, apple: `${basePath}/icons/apple-touch-180.png` },
    manifest: `${basePath}/${locale}/manifest.webmanifest`,
  };
}

type Page = {
  readonly locale: Locale;
  readonly path: string;
  readonly title?: string;
  readonly description: string;
  readonly image?: string;
};

/** Metadata of one page. `path` is its route, such as `/zh/map/`; `image` the name of its social image without extension. */
export function pageMetadata({ locale, path, title, description, image = 'home' }: Page): Metadata {
  const absolute = (route: string) => `${siteUrl}${basePath}${route}`;
  const languages = Object.fromEntries(locales.map((other) => [languageTag[other], absolute(swapLocale(path, other))]));
  const picture = { url: absolute(`/social/${locale}/${image}.png`), width: 1200, height: 630 };
  return {
    ...(title ? { title } : {}),
    description,
    alternates: {
      canonical: absolute(path),
      languages: { ...languages, 'x-default': absolute(swapLocale(path, 'en')) },
    },
    openGraph: {
      type: 'website',
      url: absolute(path),
      siteName: strings[locale].brand,
      locale: locale === 'zh' ? 'zh_CN' : 'en_US',
      title: title ?? strings[locale].tagline,
      description,
      images: [picture],
    },
    twitter: { card: 'summary_large_image' },
  };
}
