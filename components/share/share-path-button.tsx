/** Shares a learning path: a link, a code, a QR code, each saying first what it holds. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import type { SharedPath } from '@/lib/share/path-code';
import { strings } from './button-strings';
import { SheetButton } from './sheet-button';

type Props = {
  readonly locale: Locale;
  readonly path: SharedPath;
  /** Titles in the reader's language; a lesson without one is shown by its number. */
  readonly titleOf?: (id: number) => string | undefined;
  readonly className?: string;
};

export function SharePathButton({ locale, path, titleOf, className }: Props) {
  const subject = { kind: 'path', path, titleOf } as const;
  return <SheetButton locale={locale} label={strings[locale].sharePath} subject={subject} className={className} />;
}
