import '@/app/styles/stage.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { StagePage } from '@/components/roadmap/stage-page';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string; stage: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return getSite().stages.map(({ id }) => ({ stage: id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, stage: id } = await params;
  const stage = getSite().stages.find((item) => item.id === id);
  if (!stage || !isLocale(locale)) return {};
  return pageMetadata({
    locale,
    path: routes.stage(locale, id),
    title: stage.title[locale],
    description: stage.goal[locale],
  });
}

export default async function Page({ params }: Props) {
  const { locale, stage: id } = await params;
  const site = getSite();
  const stage = site.stages.find((item) => item.id === id);
  return stage && isLocale(locale) ? <StagePage site={site} stage={stage} locale={locale} /> : null;
}
