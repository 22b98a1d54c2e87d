/** One learner: name, sums, and a mark for each lesson. */
import { memo } from 'react';
import type { Cell } from '@/lib/cohort/standing';
import { type Place, percentOf, type Row } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import { dayWords } from './day-words';
import { roles } from './table-roles';
import { tableStrings } from './table-strings';

type Props = {
  readonly locale: Locale;
  readonly row: Row;
  readonly places: readonly Place[];
  readonly isOpen: boolean;
};

/** The names of the classes are those of the states and stages: cohort.css draws them. */
export const LearnerRow = memo(function LearnerRow({ locale, row, places, isOpen }: Props) {
  const t = tableStrings[locale];
  const { name, cells, gained, standing } = row;
  const percent = percentOf(row);
  const share = percent === undefined ? unknown : `${percent}%`;
  return (
    <tr {...roles.row} data-key={row.key}>
      <th {...roles.rowHead} scope="row" className="cohort-name">
        <button type="button" data-open aria-expanded={isOpen}>
          <bdi>{name || t.nameless}</bdi>
        </button>
        <span className="cohort-small">{share}</span>
      </th>
      <td {...roles.cell} className="sum">
        {share}
      </td>
      <td {...roles.cell} className="sum">
        {gained === undefined ? unknown : gained > 0 ? `+${gained}` : gained}
      </td>
      <td {...roles.cell} className="sum">
        {standing.lastDay ? dayWords(standing.lastDay, locale) : unknown}
      </td>
      <td {...roles.cell} className="sum">
        {dayWords(standing.learner.newest.taken, locale)}
      </td>
      {cells.map((cell, i) => {
        const lesson = places[i]?.lesson;
        return (
          <td key={lesson?.id} {...roles.cell} className={`mark ${lesson?.stage} ${markOf(cell)}`}>
            {cell ? (cell.isStalled ? t.stalled : t.states[cell.state]) : t.absent}
          </td>
        );
      })}
    </tr>
  );
});

const unknown = '–';

function markOf(cell: Cell | undefined): string {
  if (!cell) return 'absent';
  return cell.isStalled ? 'doing stalled' : cell.state;
}
