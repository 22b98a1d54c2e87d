/** Search, modules, view. */
'use client';
import type { MapChoice, MapView } from '@/lib/map/map-address';
import type { MapData, MapItem } from './map-data';
import type { MapStrings } from './strings';

type Props = {
  readonly data: MapData;
  readonly query: string;
  readonly found: readonly MapItem[];
  readonly choice: MapChoice;
  readonly t: MapStrings;
  readonly on: {
    readonly search: (query: string) => void;
    readonly change: (part: Partial<MapChoice>) => void;
    /** Goes to the first concept found. */
    readonly first: () => void;
  };
};

export function MapTools({ data, query, found, choice, t, on }: Props) {
  const filtered = query.trim() !== '' || choice.modules.length > 0;
  const toggle = (id: string) =>
    choice.modules.includes(id) ? choice.modules.filter((other) => other !== id) : [...choice.modules, id];
  return (
    <div className="map-tools">
      <form
        className="map-search"
        onSubmit={(event) => {
          event.preventDefault();
          on.first();
        }}
      >
        <label htmlFor="map-search">{t.search}</label>
        <input
          id="map-search"
          type="search"
          className="field"
          value={query}
          placeholder={t.searchHint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => on.search(event.target.value)}
        />
        <p role="status" className="map-found tabular-nums">
          {found.length === 0 ? t.nothing : t.found(found.length, data.items.length)}
        </p>
      </form>
      <ViewSwitch view={choice.view} t={t} onChange={(view) => on.change({ view })} />
      {/* biome-ignore lint/a11y/useSemanticElements: a group of toggles is no form */}
      <div className="map-chips" role="group" aria-label={t.modules}>
        {data.groups.map(({ id, title, named }) => (
          <button
            key={id}
            type="button"
            className="map-chip"
            data-named={named}
            aria-pressed={choice.modules.includes(id)}
            onClick={() => on.change({ modules: toggle(id), concept: null })}
          >
            {title}
          </button>
        ))}
        {filtered && (
          <button
            type="button"
            className="map-clear"
            onClick={() => {
              on.search('');
              on.change({ modules: [] });
            }}
          >
            {t.clear}
          </button>
        )}
      </div>
    </div>
  );
}

type SwitchProps = {
  readonly view: MapView | null;
  readonly t: MapStrings;
  readonly onChange: (view: MapView) => void;
};

/** Until one is chosen the screen decides: map.css shows the list on phones, the picture elsewhere, and marks its button. */
function ViewSwitch({ view, t, onChange }: SwitchProps) {
  return (
    <fieldset className="map-switch">
      <legend className="sr-only">{t.view}</legend>
      {(['map', 'list'] as const).map((name) => (
        <label key={name} data-name={name}>
          <input
            type="radio"
            name="map-view"
            className="sr-only"
            checked={view === name}
            onChange={() => onChange(name)}
          />
          {t[name]}
        </label>
      ))}
    </fieldset>
  );
}
