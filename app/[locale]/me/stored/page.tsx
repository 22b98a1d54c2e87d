import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { StoredEntry } from '@/components/stored/stored-entry';
import { strings } from '@/components/stored/strings';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, description } = strings[locale];
  return pageMetadata({ locale, path: routes.stored(locale), title, description });
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <StoredEntry locale={locale} /> : null;
}
