/** Why there is no code, and what to change. */
import type { Locale } from '@/lib/i18n/locale';
import { strings } from './sheet-strings';

/** `field` is what the encoder refused. */
export function Impossible({ locale, field }: { readonly locale: Locale; readonly field: string }) {
  const { lessons, size, other } = strings[locale].impossible;
  return (
    <p role="status" className="mt-4 border-warn border-l-2 bg-warn-wash px-4 py-3">
      {field === 'lessons' ? lessons : field === 'size' ? size : other}
    </p>
  );
}
