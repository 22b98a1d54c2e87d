/** The search button of the header. Its marks are drawn on the server; without scripts it is hidden. */
import type { Locale } from '@/lib/i18n/locale';
import { SearchIcon } from './icons';
import { SearchOpener } from './search-opener';

type Props = { readonly locale: Locale; readonly label: string; readonly failed: string };

export function SearchButton({ locale, label, failed }: Props) {
  return (
    <SearchOpener locale={locale} label={label} failed={failed}>
      <SearchIcon />
      <span>{label}</span>
      <kbd>/</kbd>
    </SearchOpener>
  );
}
