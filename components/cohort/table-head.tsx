/** The head: what the rows can be ordered by, the stages, and the lessons, set upright to be narrow. */
import { SiteLink } from '@/components/ui/site-link';
import { type Arrangement, type Column, type SortKey, sortKeys } from '@/lib/cohort/table';
import { type SavedView, sortedBy } from '@/lib/cohort/view';
import type { StageId } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { ShareStage } from '@/lib/share/road-view';
import { dayWords } from './day-words';
import { roles } from './table-roles';
import { tableStrings } from './table-strings';

type Props = {
  readonly locale: Locale;
  readonly columns: readonly Column[];
  readonly stages: readonly ShareStage[];
  readonly arrangement: Arrangement;
  readonly onSort: (part: Partial<SavedView>) => void;
};

export function TableHead({ locale, columns, stages, arrangement, onSort }: Props) {
  const t = tableStrings[locale];
  return (
    <thead {...roles.group}>
      <tr {...roles.row}>
        {sortKeys.map((key) => (
          <th
            key={key}
            {...roles.columnHead}
            scope="col"
            rowSpan={2}
            className={key === 'name' ? 'cohort-name' : 'sum'}
            aria-sort={ariaSort(arrangement, key)}
          >
            <button type="button" onClick={() => onSort(sortedBy(key, arrangement))}>
              {t.sort[key]}
              <span aria-hidden="true">{arrowOf(arrangement, key)}</span>
            </button>
          </th>
        ))}
        {runsOf(columns).map(({ stage, start, length }) => (
          <th
            key={start}
            {...roles.columnHead}
            scope="colgroup"
            colSpan={length}
            data-stage={stage}
            className="cohort-stage"
            style={{ gridColumnEnd: `span ${length}` }}
          >
            {/* Over one or two columns there is no room for it: the hue says it. */}
            <span className={length < 3 ? 'sr-only' : undefined}>{stages.find(({ id }) => id === stage)?.title}</span>
          </th>
        ))}
      </tr>
      <tr {...roles.row}>
        {columns.map(({ lesson, due }) => (
          <th key={lesson.id} {...roles.columnHead} scope="col" data-stage={lesson.stage} className="cohort-lesson">
            <SiteLink href={routes.lesson(locale, lesson.stage, lesson.slug)}>
              {lesson.title}
              {due && <span className="cohort-due"> {t.due(dayWords(due, locale))}</span>}
            </SiteLink>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ariaSort({ sort, isDescending }: Arrangement, key: SortKey) {
  return sort === key ? (isDescending ? 'descending' : 'ascending') : undefined;
}

function arrowOf({ sort, isDescending }: Arrangement, key: SortKey): string {
  return sort === key ? (isDescending ? ' ↓' : ' ↑') : '';
}

/** Neighbouring columns of one stage. A path may come back to a stage. */
function runsOf(columns: readonly Column[]) {
  const runs: { stage: StageId; start: number; length: number }[] = [];
  columns.forEach(({ lesson }, i) => {
    const last = runs.at(-1);
    if (last?.stage === lesson.stage) last.length += 1;
    else runs.push({ stage: lesson.stage, start: i, length: 1 });
  });
  return runs;
}
