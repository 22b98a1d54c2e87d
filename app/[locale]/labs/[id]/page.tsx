import '@/app/styles/reading.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { LabPage } from '@/components/lesson/lab-page';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string; id: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return getSite().labs.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const lab = getSite().labs.find((item) => item.id === id);
  if (!lab || !isLocale(locale)) return {};
  return pageMetadata({
    locale,
    path: routes.lab(locale, id),
    title: lab.title[locale],
    description: lab.claim[locale],
  });
}

export default async function Page({ params }: Props) {
  const { locale, id } = await params;
  return isLocale(locale) ? <LabPage id={id} locale={locale} /> : null;
}
