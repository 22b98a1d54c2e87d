/** What shapes and hues mean, with the learner's own numbers. */
import type { ConceptState } from '@/lib/progress/concept-state';
import { StateMark } from './state-shapes';
import type { MapStrings } from './strings';

type Props = {
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly states: ReadonlyMap<string, ConceptState>;
  readonly t: MapStrings;
};

const order: readonly ConceptState[] = ['known', 'learning', 'ready', 'unknown', 'skipped'];

export function MapKey({ stages, states, t }: Props) {
  const count = (state: ConceptState) => [...states.values()].filter((other) => other === state).length;
  return (
    <dl className="map-key">
      <div>
        <dt>{t.states}</dt>
        {order.map((state) => (
          <dd key={state}>
            <StateMark name={state} /> {t.state[state]} <span className="tabular-nums">{count(state)}</span>
          </dd>
        ))}
      </div>
      <div>
        <dt>{t.stages}</dt>
        {stages.map(({ id, title }) => (
          <dd key={id} data-stage={id}>
            <span className="map-swatch" /> {title}
          </dd>
        ))}
      </div>
    </dl>
  );
}
