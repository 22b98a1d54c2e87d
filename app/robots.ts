import type { MetadataRoute } from 'next';
import { siteUrl } from '@/components/chrome/site-metadata';
import { withBasePath } from '@/lib/i18n/routes';

export const dynamic = 'force-static';

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: `${siteUrl}${withBasePath('/sitemap.xml')}` };
}
