/** The repairs to choose from. Of two that exclude each other the newer one stands. */
import { EXCLUSIVE, REPAIRS, type RepairId } from './script';
import type { strings } from './strings';

type Props = {
  readonly t: (typeof strings)['en'];
  readonly chosen: readonly string[];
  readonly onChoose: (repairs: RepairId[]) => void;
};

/** Alphabetical, so that the order gives nothing away. */
const SHOWN = [...REPAIRS].sort();

export function RepairList({ t, chosen, onChoose }: Props) {
  const toggle = (id: RepairId) => {
    const rivals = EXCLUSIVE.filter((pair) => pair.includes(id)).flat();
    onChoose(
      REPAIRS.filter((other) =>
        other === id ? !chosen.includes(id) : chosen.includes(other) && !rivals.includes(other),
      ),
    );
  };
  return (
    <fieldset>
      <legend className="text-sm text-soft">{t.repairsHead}</legend>
      <div className="grid gap-x-4 @md:grid-cols-2 @3xl:grid-cols-1 @4xl:grid-cols-2">
        {SHOWN.map((id) => (
          <label key={id} className="lab-switch min-w-0 text-sm">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span className="min-w-0 break-words">{t.options?.repairs?.[id] ?? id}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
