import '@/app/styles/reading.css';
import 'katex/dist/katex.min.css';
import type { Metadata } from 'next';
import { pageMetadata } from '@/components/chrome/site-metadata';
import { LessonPage } from '@/components/lesson/lesson-page';
import { MovedPage } from '@/components/lesson/moved-page';
import { getSite } from '@/lib/content/load';
import { isLocale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly params: Promise<{ locale: string; stage: string; slug: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  const { lessons, moved } = getSite();
  return [...lessons, ...moved].map(({ stage, slug }) => ({ stage, slug }));
}

async function find(params: Props['params']) {
  const { locale, stage, slug } = await params;
  const { lessons, moved } = getSite();
  const lesson = lessons.find((item) => item.slug === slug && item.stage === stage);
  const old = moved.find((item) => item.slug === slug && item.stage === stage);
  const target = lessons.find((item) => item.id === old?.to);
  return { locale: isLocale(locale) ? locale : null, lesson, target };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lesson } = await find(params);
  if (!locale || !lesson) return {};
  return pageMetadata({
    locale,
    path: routes.lesson(locale, lesson.stage, lesson.slug),
    title: lesson.title[locale],
    description: lesson.summary[locale],
    image: lesson.slug,
  });
}

export default async function Page({ params }: Props) {
  const { locale, lesson, target } = await find(params);
  if (!locale) return null;
  if (lesson) {
    const { default: Content } = await import(`@/content/${lesson.stage}/${lesson.slug}/${locale}.mdx`);
    return <LessonPage lesson={lesson} locale={locale} content={Content} />;
  }
  return target ? <MovedPage lesson={target} locale={locale} /> : null;
}
