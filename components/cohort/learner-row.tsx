/** One learner: name, sums, and a mark for each lesson. */
import { memo } from 'react';
import type { Place, Row } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import { rowHtml } from './row-html';
import { roles } from './table-roles';

type Props = { readonly locale: Locale; readonly row: Row; readonly places: readonly Place[] };

export const LearnerRow = memo(function LearnerRow({ locale, row, places }: Props) {
  return (
    <tr
      {...roles.row}
      data-key={row.key}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own tags and words, and a name that was escaped
      dangerouslySetInnerHTML={{ __html: rowHtml(row, places, locale) }}
    />
  );
});
