/**
 * The cells of a learner's row as HTML. A row has as many cells as there are lessons: parsed by the browser they cost a fraction
 * of what as many React elements do. The name is a stranger's text and the only thing in it that is not ours: it is escaped.
 */
import type { Cell } from '@/lib/cohort/standing';
import { type Place, percentOf, type Row } from '@/lib/cohort/table';
import type { Locale } from '@/lib/i18n/locale';
import { dayWords } from './day-words';
import { tableStrings } from './table-strings';

/** The names of the classes are those of the states and stages: cohort.css draws them. */
export function rowHtml(row: Row, places: readonly Place[], locale: Locale): string {
  const t = tableStrings[locale];
  const { name, cells, gained, standing } = row;
  const percent = percentOf(row);
  const share = percent === undefined ? unknown : `${percent}%`;
  const sums = [
    share,
    gained === undefined ? unknown : gained > 0 ? `+${gained}` : String(gained),
    standing.lastDay ? dayWords(standing.lastDay, locale) : unknown,
    dayWords(standing.learner.newest.taken, locale),
  ];
  const open = `<button type="button" data-open aria-expanded="false"><bdi>${escapeHtml(name || t.nameless)}</bdi></button>`;
  return [
    `<th role="rowheader" scope="row" class="cohort-name">${open}<span class="cohort-small" aria-hidden="true">${share}</span></th>`,
    ...sums.map((sum) => `<td role="cell" class="sum">${sum}</td>`),
    ...cells.map((cell, i) => {
      const words = cell ? (cell.isStalled ? t.stalled : t.states[cell.state]) : t.absent;
      return `<td role="cell" class="mark ${places[i]?.lesson.stage} ${markOf(cell)}">${words}</td>`;
    }),
  ].join('');
}

/** Of text between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const unknown = '–';

function markOf(cell: Cell | undefined): string {
  if (!cell) return 'absent';
  return cell.isStalled ? 'doing stalled' : cell.state;
}
