/** The states of a concept as shapes around a centre of 0,0, the same in the picture, the list and the path. */
import type { ReactNode } from 'react';
import type { ConceptState } from '@/lib/progress/concept-state';

export type MarkName = ConceptState | 'planned';

const ring = <circle r="6" className="map-ring" />;

export const markShapes: Record<MarkName, ReactNode> = {
  /** Its lesson is not written: there is no state to have. */
  planned: <circle r="2.75" className="map-ring" />,
  unknown: ring,
  ready: (
    <>
      {ring}
      <circle r="2.5" className="map-core" />
    </>
  ),
  learning: (
    <>
      {ring}
      <path d="M0-6a6 6 0 0 1 0 12z" className="map-core" />
    </>
  ),
  known: (
    <>
      <circle r="7" className="map-core map-core-edge" />
      <path d="m-3.2.3 2.2 2.2L3.3-2.4" className="map-tick" />
    </>
  ),
  skipped: (
    <>
      <circle r="6" strokeDasharray="2 2.2" className="map-ring" />
      <path d="M-2.6 0h5.2" className="map-bar" />
    </>
  ),
};

export function markOf(state: ConceptState | undefined, written: boolean): MarkName {
  return written ? (state ?? 'unknown') : 'planned';
}

export function StateMark({ name }: { readonly name: MarkName }) {
  return (
    <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true" className="map-mark-inline">
      {markShapes[name]}
    </svg>
  );
}
