import '@/app/styles/map.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { ConceptPage } from '@/components/map/concept-page';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string; id: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return getSite().concepts.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const concept = getSite().concepts.find((item) => item.id === id);
  if (!concept || !isLocale(locale)) return {};
  return pageMetadata({
    locale,
    path: routes.concept(locale, id),
    title: concept.name[locale],
    description: concept.definition[locale],
  });
}

export default async function Page({ params }: Props) {
  const { locale, id } = await params;
  const site = getSite();
  const concept = site.concepts.find((item) => item.id === id);
  return concept && isLocale(locale) ? <ConceptPage site={site} concept={concept} locale={locale} /> : null;
}
