import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { CohortEntry } from '@/components/cohort/cohort-entry';
import { strings } from '@/components/cohort/strings';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, description } = strings[locale];
  return pageMetadata({ locale, path: routes.cohort(locale), title, description });
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <CohortEntry locale={locale} site={getSite()} /> : null;
}
