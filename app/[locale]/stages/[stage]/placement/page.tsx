import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { PlacementEntry } from '@/components/placement/placement-entry';
import { strings } from '@/components/placement/strings';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string; stage: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return getSite().placements.map(({ stage }) => ({ stage }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, stage: id } = await params;
  const { stages, placements } = getSite();
  const stage = stages.find((item) => item.id === id);
  const placement = placements.find((item) => item.stage === id);
  if (!stage || !placement || !isLocale(locale)) return {};
  return pageMetadata({
    locale,
    path: routes.placement(locale, id),
    title: strings[locale].pageTitle(stage.title[locale]),
    description: placement.summary[locale],
  });
}

export default async function Page({ params }: Props) {
  const { locale, stage: id } = await params;
  const site = getSite();
  const stage = site.stages.find((item) => item.id === id);
  return stage && isLocale(locale) ? <PlacementEntry site={site} stage={stage} locale={locale} /> : null;
}
