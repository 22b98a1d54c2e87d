import { codeViewHtml } from '@/components/lesson/code-view';
import { getContent } from '@/lib/content/load';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return getContent().labs.map(({ info }) => ({ file: `${info.id}.html` }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const lab = getContent().labs.find(({ info }) => `${info.id}.html` === file);
  if (!lab) return new Response(null, { status: 404 });
  return new Response(await codeViewHtml(lab), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
