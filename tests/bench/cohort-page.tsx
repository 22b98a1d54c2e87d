/** Runs in the browser for tests/bench/cohort.ts: the table over what lies in storage, timed to the laid-out cell. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CohortTable, summaryColumns } from '@/components/cohort/cohort-table';
import { createCohort, readCohort } from '@/lib/cohort/cohort';
import { readStandings, type Standing } from '@/lib/cohort/standing';
import { arrange, buildRows, type Lens, type Rows, type Table } from '@/lib/cohort/table';
import type { StageId } from '@/lib/content/site-types';
import { browserBackend } from '@/lib/progress/storage';
import { homeLessons } from '@/lib/share/lesson-list';
import type { ShareRoad } from '@/lib/share/road-view';

/** Milliseconds of the clock, each from the beginning. */
export type ShowTimes = {
  readonly cells: number;
  /** The records are read and counted. */
  readonly read: number;
  /** The first screen is laid out. */
  readonly first: number;
  /** Every row is. */
  readonly all: number;
};
export type CohortBench = {
  /** From what lies in storage to a table that is laid out. */
  readonly show: () => Promise<ShowTimes>;
  readonly sort: () => Promise<number>;
  readonly narrow: () => Promise<number>;
  /** A table without a style or a script, of the same words in as many cells. */
  readonly plain: () => number;
};

const stages: readonly StageId[] = ['math', 'toolchain', 'engineering', 'frontier'];
const road: ShareRoad = {
  stages: stages.map((id) => ({ id, title: id })),
  lessons: homeLessons.map((id) => ({
    id,
    slug: `lesson-${id}`,
    stage: stages[Math.floor(id / 100) - 1] ?? 'math',
    title: `Lesson ${id} with a title of the usual length`,
    minutes: 60,
  })),
  careers: [],
  aliases: {},
};
const compare = new Intl.Collator('en', { numeric: true }).compare;

function start(host: HTMLElement): CohortBench {
  const root = createRoot(host);
  let standings: readonly Standing[] = [];

  function draw(lens: Lens, isDescending: boolean): number {
    const arrangement = { name: '', sort: 'percent', isDescending } as const;
    const table = arrange(rowsOf(lens), arrangement, compare);
    shown = table;
    const counted = performance.now();
    flushSync(() =>
      root.render(<CohortTable locale="en" road={road} table={table} arrangement={arrangement} onSort={() => {}} />),
    );
    return counted;
  }

  /** Until the deferred rows are those of the new view, and laid out. */
  async function changed(lens: Lens, isDescending: boolean): Promise<number> {
    const begun = performance.now();
    draw(lens, isDescending);
    const isThere = () => {
      const first = host.querySelector<HTMLElement>('tbody:last-child > tr');
      return (
        first?.dataset.key === shown?.rows[0]?.key &&
        first?.children.length === summaryColumns + (shown?.places.length ?? 0)
      );
    };
    while (!isThere()) await nextTask();
    layOut();
    return performance.now() - begun;
  }

  let shown: Table | undefined;
  /** As the page does: rows stay the same objects while only their order changes. */
  let last: { readonly lens: Lens; readonly rows: Rows } | undefined;
  function rowsOf(lens: Lens): Rows {
    if (last?.lens.stage !== lens.stage || !last) last = { lens, rows: buildRows(road, standings, lens) };
    return last.rows;
  }

  return {
    show: async () => {
      const begun = performance.now();
      const store = createCohort(browserBackend, Date.now);
      store.subscribe(() => {});
      standings = readStandings(road, readCohort(store.getState().records));
      const read = draw({}, false) - begun;
      layOut();
      const first = performance.now() - begun;
      // The rest comes in tasks of React's own: each look is a task of its own between them.
      while (host.querySelectorAll('tbody:last-child > tr').length < standings.length) await nextTask();
      layOut();
      const all = performance.now() - begun;
      return { cells: host.querySelectorAll('td').length, read, first, all };
    },
    sort: () => changed({}, true),
    narrow: () => changed({ stage: 'engineering' }, true),
    plain: () => {
      const rows = [...host.querySelectorAll('tr')].map(
        (row) =>
          `<tr>${[...row.children].map((cell) => `<td>${cell.textContent?.replaceAll('<', '&lt;')}</td>`).join('')}</tr>`,
      );
      const frame = document.body.appendChild(document.createElement('iframe'));
      const page = frame.contentDocument;
      if (!page) throw new Error('no frame');
      return timed(() => {
        page.body.innerHTML = `<table>${rows.join('')}</table>`;
        page.body.getBoundingClientRect();
      });
    },
  };
}

function timed(act: () => unknown): number {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Asking for a size makes the browser lay out at once. */
function layOut(): void {
  document.body.getBoundingClientRect();
}

const host = document.querySelector('main');
if (host) Object.assign(window, { cohortBench: start(host) });
