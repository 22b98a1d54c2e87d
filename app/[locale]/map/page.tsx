import '@/app/styles/map.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { MapPage } from '@/components/map/map-page';
import { strings } from '@/components/map/strings';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = strings[locale];
  return pageMetadata({
    locale,
    path: routes.map(locale),
    title: t.title,
    description: t.lead(getSite().concepts.length),
  });
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <MapPage site={getSite()} locale={locale} /> : null;
}
