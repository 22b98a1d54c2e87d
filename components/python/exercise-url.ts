import { withBasePath } from '@/lib/i18n/routes';

/** Where a file of an exercise is served: see app/exercises. */
export function exerciseUrl(slug: string, file: 'exercise.py' | 'solution.py' | 'test_exercise.py'): string {
  return withBasePath(`/exercises/${slug}/${file}`);
}
