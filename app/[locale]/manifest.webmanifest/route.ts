import { strings } from '@/components/chrome/strings';
import { isLocale, languageTag, locales } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const t = strings[locale];
  const manifest = {
    name: `${t.brand} · ${t.tagline}`,
    short_name: t.brand,
    lang: languageTag[locale],
    start_url: withBasePath(routes.home(locale)),
    scope: withBasePath('/'),
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [{ src: withBasePath('/icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
  };
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
}
