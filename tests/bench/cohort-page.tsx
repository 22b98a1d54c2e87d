/** Runs in the browser for tests/bench/cohort.ts: the table over what lies in storage, timed to the laid-out cell. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CohortTable } from '@/components/cohort/cohort-table';
import { createCohort, readCohort } from '@/lib/cohort/cohort';
import { readStandings, type Standing } from '@/lib/cohort/standing';
import { arrange, buildRows, type Lens, type Rows } from '@/lib/cohort/table';
import type { StageId } from '@/lib/content/site-types';
import { browserBackend } from '@/lib/progress/storage';
import { homeLessons } from '@/lib/share/lesson-list';
import type { ShareRoad } from '@/lib/share/road-view';

/** Milliseconds of the clock. */
export type ShowTimes = {
  readonly cells: number;
  readonly read: number;
  readonly react: number;
  readonly layout: number;
};
export type CohortBench = {
  /** From what lies in storage to a table that is laid out. */
  readonly show: () => ShowTimes;
  readonly sort: () => number;
  readonly narrow: () => number;
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
    const counted = performance.now();
    flushSync(() =>
      root.render(<CohortTable locale="en" road={road} table={table} arrangement={arrangement} onSort={() => {}} />),
    );
    return counted;
  }

  /** As the page does: rows stay the same objects while only their order changes. */
  let last: { readonly lens: Lens; readonly rows: Rows } | undefined;
  function rowsOf(lens: Lens): Rows {
    if (last?.lens.stage !== lens.stage || !last) last = { lens, rows: buildRows(road, standings, lens) };
    return last.rows;
  }

  return {
    show: () => {
      const begun = performance.now();
      const store = createCohort(browserBackend, Date.now);
      store.subscribe(() => {});
      standings = readStandings(road, readCohort(store.getState().records));
      const counted = draw({}, false);
      const drawn = performance.now();
      layOut();
      const cells = host.querySelectorAll('td').length;
      return { cells, read: counted - begun, react: drawn - counted, layout: performance.now() - drawn };
    },
    sort: () => timed(() => draw({}, true)),
    narrow: () => timed(() => draw({ stage: 'engineering' }, true)),
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
  layOut();
  return performance.now() - begun;
}

/** Asking for a size makes the browser lay out at once. */
function layOut(): void {
  document.body.getBoundingClientRect();
}

const host = document.querySelector('main');
if (host) Object.assign(window, { cohortBench: start(host) });
