import '@/app/styles/reading.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { LabGallery } from '@/components/lesson/lab-gallery';
import { labStrings } from '@/components/lesson/lab-strings';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = labStrings[locale];
  return pageMetadata({ locale, path: routes.labs(locale), title: t.title, description: t.intro });
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  return isLocale(locale) ? <LabGallery site={getSite()} locale={locale} /> : null;
}
