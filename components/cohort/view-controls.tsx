/** What the table is narrowed to, how it is ordered, and the ways to take it along. */
'use client';
import { downloadText } from '@/components/progress/download-text';
import { cohortCsv } from '@/lib/cohort/cohort-csv';
import { cohortFileName } from '@/lib/cohort/cohort-file';
import { sortKeys, type Table } from '@/lib/cohort/table';
import type { SavedView } from '@/lib/cohort/view';
import type { Locale } from '@/lib/i18n/locale';
import type { SharedPath } from '@/lib/share/path-code';
import type { ShareStage } from '@/lib/share/road-view';
import { tableStrings } from './table-strings';

type Props = {
  readonly locale: Locale;
  readonly lists: { readonly stages: readonly ShareStage[]; readonly paths: readonly SharedPath[] };
  readonly view: SavedView;
  readonly search: { readonly name: string; readonly setName: (name: string) => void };
  readonly table: Table;
  readonly onChange: (part: Partial<SavedView>) => void;
};

export function ViewControls({ locale, lists, view, search, table, onChange }: Props) {
  const t = tableStrings[locale];
  return (
    <div className="mt-5 flex flex-wrap items-end gap-x-4 gap-y-2 text-sm print:hidden">
      {lists.paths.length > 0 && (
        <Choice
          label={t.path}
          value={view.path}
          options={[['', t.wholeRoad], ...lists.paths.map(({ id, title }) => [id, title || t.untitled] as const)]}
          onChange={(path) => onChange({ path })}
        />
      )}
      <Choice
        label={t.stage}
        value={view.stage}
        options={[['', t.allStages], ...lists.stages.map(({ id, title }) => [id, title] as const)]}
        onChange={(stage) => onChange({ stage })}
      />
      <label className="grid gap-1">
        {t.search}
        <input
          type="search"
          className="field w-36"
          autoComplete="off"
          value={search.name}
          onChange={(event) => search.setName(event.target.value)}
        />
      </label>
      <Choice
        label={t.sortBy}
        value={view.sort}
        options={sortKeys.map((key) => [key, t.sort[key]] as const)}
        onChange={(sort) => onChange({ sort: sortKeys.find((key) => key === sort) ?? 'name', isDescending: false })}
      />
      <button type="button" className="button" onClick={() => onChange({ isDescending: !view.isDescending })}>
        {view.isDescending ? t.descending : t.ascending}
      </button>
      <span className="flex gap-2 sm:ms-auto">
        <button
          type="button"
          className="button"
          onClick={() => {
            const words = { heads: t.csvHeads, states: t.states, dayOf: t.csvDay };
            downloadText(cohortFileName(new Date(), 'csv'), cohortCsv(table, words), 'text/csv');
          }}
        >
          {t.csv}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t.print}
        </button>
      </span>
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1">
      {label}
      <select className="field max-w-56" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
