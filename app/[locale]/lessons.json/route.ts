import { getSite } from '@/lib/content/load';
import { isLocale, locales } from '@/lib/i18n/locale';
import { pathRoad } from '@/lib/paths/road';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  return isLocale(locale) ? Response.json(pathRoad(getSite(), locale)) : new Response(null, { status: 404 });
}
