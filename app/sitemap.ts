import type { MetadataRoute } from 'next';
import { siteUrl } from '@/components/chrome/site-metadata';
import { getSite } from '@/lib/content/load';
import { allRoutes } from '@/lib/content/open-data';
import { languageTag, locales } from '@/lib/i18n/locale';
import { swapLocale, withBasePath } from '@/lib/i18n/routes';

export const dynamic = 'force-static';

export default function sitemap(): MetadataRoute.Sitemap {
  const absolute = (route: string) => `${siteUrl}${withBasePath(route)}`;
  return allRoutes(getSite()).map((route) => ({
    url: absolute(route),
    alternates: {
      languages: Object.fromEntries(
        locales.map((locale) => [languageTag[locale], absolute(swapLocale(route, locale))]),
      ),
    },
  }));
}
