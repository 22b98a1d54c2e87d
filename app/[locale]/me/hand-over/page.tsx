import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { HandOverEntry } from '@/components/hand-over/hand-over-entry';
import { strings } from '@/components/hand-over/strings';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, description } = strings[locale];
  return pageMetadata({ locale, path: routes.handOver(locale), title, description });
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <HandOverEntry locale={locale} site={getSite()} /> : null;
}
