import { getSite } from '@/lib/content/load';
import { openRoadmap } from '@/lib/content/open-data';

export const dynamic = 'force-static';

export function GET() {
  return Response.json(openRoadmap(getSite()));
}
