/** Shares the learner's progress, of the whole road or of one path. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import type { Aliases } from '@/lib/progress/aliases';
import type { PathRef } from '@/lib/share/fields';
import { strings } from './button-strings';
import { SheetButton } from './sheet-button';

type Props = {
  readonly locale: Locale;
  /** The lessons that count, in road order: those of the road, or of a path. */
  readonly lessons: readonly number[];
  /** The path they belong to, if not the whole road. */
  readonly path?: PathRef;
  /** Retired lessons that a path may still name. */
  readonly aliases?: Aliases;
  readonly className?: string;
};

export function ShareButton({ locale, lessons, path, aliases = {}, className }: Props) {
  const subject = { kind: 'progress', lessons, path, aliases } as const;
  return <SheetButton locale={locale} label={strings[locale].share} subject={subject} className={className} />;
}
