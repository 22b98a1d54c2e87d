/** The mentor's table: learners × lessons, narrowed and ordered as asked. Pure: the same records and view give the same table. */
import type { StageId } from '@/lib/content/site-types';
import { type Tally, tally } from '@/lib/progress/selectors';
import { addDays } from '@/lib/share/day';
import type { SharedPath } from '@/lib/share/path-code';
import { matchLessons, type ShareLesson, type ShareRoad } from '@/lib/share/road-view';
import { foldName } from './person';
import type { Cell, Standing } from './standing';
import { type ColumnCount, countColumn } from './stuck';

export const sortKeys = ['name', 'percent', 'gained', 'active', 'taken'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the table is narrowed to. */
export type Lens = {
  /** Only the lessons of this path, in its order, and only learners whose snapshot is of it or of the whole road. */
  readonly path?: SharedPath | undefined;
  readonly stage?: StageId | undefined;
};

export type Arrangement = {
  /** Part of a name; empty for all. */
  readonly name: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
};

/** `due`: the day by the path's dates, `YYYY-MM-DD`; empty without. */
export type Place = { readonly lesson: ShareLesson; readonly due: string };

export type Column = ColumnCount & Place;

export type Row = {
  readonly key: string;
  readonly name: string;
  readonly standing: Standing;
  /** One for each column; undefined where the snapshot does not have the lesson. */
  readonly cells: readonly (Cell | undefined)[];
  /** Of the whole snapshot as its sender counts it, or of the lessons that the view is narrowed to. */
  readonly tally: Tally;
  /** Lessons of the view done since the snapshot before; undefined when there is none. */
  readonly gained: number | undefined;
  readonly stalled: number;
};

/** Rows in no particular order. They stay the same objects however they are arranged, so that a screen need not draw them anew. */
export type Rows = {
  readonly places: readonly Place[];
  readonly rows: readonly Row[];
  /** Learners left out because their snapshot is of another path. */
  readonly elsewhere: number;
};

export type Table = {
  /** The columns without their counts: the same list however the rows are arranged. */
  readonly places: readonly Place[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Median of the rows' percentages, rounded; undefined without rows. */
  readonly median: number | undefined;
};

export function buildRows(road: ShareRoad, standings: readonly Standing[], lens: Lens): Rows {
  const places = placesOf(road, lens);
  const isNarrowed = lens.path !== undefined || lens.stage !== undefined;
  const here = standings.filter(({ learner }) => covers(learner.newest.path?.id, lens.path));
  return {
    places,
    rows: here.map((standing) => rowOf(standing, places, isNarrowed)),
    elsewhere: standings.length - here.length,
  };
}

export function arrange(
  { places, rows: all }: Rows,
  arrangement: Arrangement,
  compareNames: (a: string, b: string) => number,
): Table {
  const wanted = foldName(arrangement.name);
  const rows = all.filter(({ name }) => foldName(name).includes(wanted)).sort(ordering(arrangement, compareNames));
  const columns = places.map((place, i) => ({ ...place, ...countColumn(rows.map(({ cells }) => cells[i])) }));
  return { places, columns, rows, median: medianOf(rows) };
}

function placesOf(road: ShareRoad, { path, stage }: Lens): readonly Place[] {
  const all: readonly Place[] = path
    ? distinct(
        matchLessons(road, path.lessons).known.map(({ lesson, due }) => ({
          lesson,
          due: path.start && due !== undefined ? (addDays(path.start, due) ?? '') : '',
        })),
      )
    : road.lessons.map((lesson) => ({ lesson, due: '' }));
  return stage ? all.filter(({ lesson }) => lesson.stage === stage) : all;
}

/** Two retired lessons of a path may have become one. */
function distinct(places: readonly Place[]): readonly Place[] {
  return places.filter(({ lesson }, i) => places.findIndex((other) => other.lesson.id === lesson.id) === i);
}

/** A snapshot without a path is of the whole road, and so of every path. */
function covers(snapshotPath: string | undefined, path: SharedPath | undefined): boolean {
  return path === undefined || snapshotPath === undefined || snapshotPath === path.id;
}

function rowOf(standing: Standing, places: readonly Place[], isNarrowed: boolean): Row {
  const { learner, before } = standing;
  const cells = places.map(({ lesson }) => standing.cells.get(lesson.id));
  const states = isNarrowed
    ? cells.flatMap((cell) => (cell ? [cell.state] : []))
    : learner.newest.lessons.map(({ state }) => state);
  const doneNow = cells.filter((cell) => cell?.state === 'done').length;
  const doneBefore = places.filter(({ lesson }) => before?.get(lesson.id)?.state === 'done').length;
  return {
    key: learner.key,
    name: learner.name,
    standing,
    cells,
    tally: tally(states),
    gained: before && doneNow - doneBefore,
    stalled: cells.filter((cell) => cell?.isStalled).length,
  };
}

function ordering({ sort, isDescending }: Arrangement, compareNames: (a: string, b: string) => number) {
  const byName = (a: Row, b: Row) => compareNames(a.name, b.name) || (a.key < b.key ? -1 : 1);
  const sign = isDescending ? -1 : 1;
  return (a: Row, b: Row): number => {
    if (sort === 'name') return sign * byName(a, b);
    const [x, y] = [sortValue(a, sort), sortValue(b, sort)];
    // What is not known stands last, whichever way the rest is turned.
    if (x === undefined || y === undefined) return x === y ? byName(a, b) : x === undefined ? 1 : -1;
    return x === y ? byName(a, b) : sign * (x < y ? -1 : 1);
  };
}

function sortValue(row: Row, sort: SortKey): number | string | undefined {
  const { gained, standing } = row;
  if (sort === 'percent') return percentOf(row);
  if (sort === 'gained') return gained;
  return (sort === 'active' ? standing.lastDay : standing.learner.newest.taken) || undefined;
}

/** Undefined where the snapshot has none of the lessons looked at. */
export function percentOf({ tally: { counted, skipped, percent } }: Row): number | undefined {
  return counted + skipped === 0 ? undefined : percent;
}

function medianOf(rows: readonly Row[]): number | undefined {
  const percents = rows.flatMap((row) => percentOf(row) ?? []).sort((a, b) => a - b);
  const middle = percents.length / 2;
  const [low, high] = [percents[Math.ceil(middle) - 1], percents[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2);
}
