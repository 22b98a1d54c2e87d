/** The cohort looked at: the summary above, the controls, the table. How it is looked at is kept with the cohort. */
'use client';
import { useDeferredValue, useMemo, useState } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import { saveView } from '@/lib/cohort/actions';
import type { Standing } from '@/lib/cohort/standing';
import { type Arrangement, arrange, buildRows } from '@/lib/cohort/table';
import { readView, type SavedView } from '@/lib/cohort/view';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { listPaths } from '@/lib/paths/owned-paths';
import type { ShareRoad } from '@/lib/share/road-view';
import { cohort } from './cohort-store';
import { CohortSummary } from './cohort-summary';
import { CohortTable } from './cohort-table';
import { useCohort } from './use-cohort';
import { ViewControls } from './view-controls';

type Props = { readonly locale: Locale; readonly road: ShareRoad; readonly standings: readonly Standing[] };

export function CohortView({ locale, road, standings }: Props) {
  const records = useProgress((state) => state.records);
  const paths = useMemo(() => listPaths(records).map(({ path }) => path), [records]);
  const stored = useCohort((state) => state.records.prefs);
  const view = useMemo(() => readView(stored?.view), [stored]);
  const [name, setName] = useState('');
  const wanted = useDeferredValue(name);

  const path = paths.find(({ id }) => id === view.path);
  const stage = road.stages.find(({ id }) => id === view.stage)?.id;
  const rows = useMemo(() => buildRows(road, standings, { path, stage }), [road, standings, path, stage]);
  const compareNames = useMemo(() => new Intl.Collator(languageTag[locale], { numeric: true }).compare, [locale]);
  const { sort, isDescending } = view;
  const table = useMemo(
    () => arrange(rows, { name: wanted, sort, isDescending }, compareNames),
    [rows, wanted, sort, isDescending, compareNames],
  );
  const change = (part: Partial<SavedView>) => saveView(cohort, { ...view, ...part });
  const arrangement: Arrangement = { name, sort, isDescending };
  return (
    <section className="mt-8">
      <CohortSummary locale={locale} table={table} all={standings.length} elsewhere={rows.elsewhere} />
      <ViewControls
        locale={locale}
        lists={{ stages: road.stages, paths }}
        view={{ ...view, path: path?.id ?? '', stage: stage ?? '' }}
        search={{ name, setName }}
        table={table}
        onChange={change}
      />
      <CohortTable locale={locale} road={road} table={table} arrangement={arrangement} onSort={change} />
    </section>
  );
}
