import { getSite } from '@/lib/content/load';
import { locales } from '@/lib/i18n/locale';
import { buildIndex } from '@/lib/search/build-index';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ file: `${locale}.json` }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const locale = locales.find((each) => `${each}.json` === file);
  return locale ? Response.json(buildIndex(getSite(), locale)) : new Response(null, { status: 404 });
}
