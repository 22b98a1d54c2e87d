import '@/app/styles/roadmap.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { RoadmapPage } from '@/components/roadmap/roadmap-page';
import { strings } from '@/components/roadmap/strings';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? pageMetadata({ locale, path: routes.home(locale), description: strings[locale].lead }) : {};
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <RoadmapPage site={getSite()} locale={locale} /> : null;
}
