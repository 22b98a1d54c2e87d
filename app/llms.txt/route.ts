import { llmsText } from '@/components/chrome/llms-text';
import { getSite } from '@/lib/content/load';

export const dynamic = 'force-static';

export function GET() {
  return new Response(llmsText(getSite()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
