import { exerciseFiles, readExerciseFile } from '@/lib/content/exercise-files';
import { getSite } from '@/lib/content/load';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  const lessons = getSite().lessons.filter((lesson) => lesson.exercise);
  return lessons.flatMap(({ slug }) => exerciseFiles.map((file) => ({ slug, file })));
}

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string; file: string }> }) {
  const { slug, file } = await params;
  const lesson = getSite().lessons.find((item) => item.slug === slug);
  const name = exerciseFiles.find((item) => item === file);
  if (!lesson || !name) return new Response(null, { status: 404 });
  return new Response(readExerciseFile(lesson, name), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
