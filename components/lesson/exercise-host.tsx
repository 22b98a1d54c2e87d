'use client';
import type { Locale } from '@/lib/i18n/locale';

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  readonly lessonId: number;
  readonly starter: string;
  readonly solution: string;
  readonly tests: string;
};

export function ExerciseHost({ slug, starter }: Props) {
  return <pre data-exercise={slug}>{starter}</pre>;
}
