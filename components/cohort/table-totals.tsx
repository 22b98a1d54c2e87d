/** Above the learners, what they come to together: how many have each lesson behind them, and how many it holds up. */
import type { Column } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import { roles } from './table-roles';
import { tableStrings } from './table-strings';

type Props = { readonly locale: Locale; readonly columns: readonly Column[] };

export function TableTotals({ locale, columns }: Props) {
  const t = tableStrings[locale];
  return (
    <tbody {...roles.group} className="cohort-totals">
      <tr {...roles.row} data-key="">
        <th {...roles.rowHead} scope="row" className="cohort-name">
          {t.doneBy}
        </th>
        <td {...roles.cell} className="sums" colSpan={sums} />
        {columns.map(({ lesson, done, of }) => (
          <td key={lesson.id} {...roles.cell} data-stage={lesson.stage} className="count">
            {/* A bar behind the number: the share of those whose snapshot has the lesson. */}
            <span style={{ backgroundSize: `100% ${of === 0 ? 0 : Math.round((100 * done) / of)}%` }}>{done}</span>
          </td>
        ))}
      </tr>
      <tr {...roles.row} data-key="">
        <th {...roles.rowHead} scope="row" className="cohort-name">
          {t.heldBy}
        </th>
        <td {...roles.cell} className="sums" colSpan={sums} />
        {columns.map(({ lesson, stalled, skipped, isStuck }) => (
          <td key={lesson.id} {...roles.cell} className={isStuck ? 'count stuck' : 'count'}>
            {isStuck && <span aria-hidden="true">▲</span>}
            {isStuck ? <span className="sr-only">{t.stuckMark(stalled + skipped)}</span> : null}
            <span aria-hidden={isStuck}>{stalled + skipped || ''}</span>
          </td>
        ))}
      </tr>
    </tbody>
  );
}

const sums = 4;
