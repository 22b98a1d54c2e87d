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
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: withBasePath(`/icons/${name}-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const shortcut = (room: 'me' | 'map' | 'labs') => ({ name: t[room], url: withBasePath(routes[room](locale)) });
  const manifest = {
    // Permanent: it is what an installed app is known by. One for each language, whose name and start differ.
    id: withBasePath(routes.home(locale)),
    name: `${t.brand} · ${t.tagline}`,
    short_name: t.brand,
    description: t.footer + t.stored,
    categories: ['education'],
    lang: languageTag[locale],
    start_url: withBasePath(routes.home(locale)),
    scope: withBasePath('/'),
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [
      { src: withBasePath('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...([192, 512] as const).flatMap((size) => [icon('icon', size, 'any'), icon('icon-maskable', size, 'maskable')]),
    ],
    shortcuts: [shortcut('me'), shortcut('map'), shortcut('labs')],
  };
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
}
