/** A question to think about before reading on; the answer opens on demand and needs no script. */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { LessonStrings } from './strings';

export function Reveal({ children }: { readonly children?: ReactNode }) {
  return children;
}

type Props = { readonly id: string; readonly t: LessonStrings; readonly children?: ReactNode };
const isReveal = (node: ReactNode): node is ReactElement<{ children?: ReactNode }> =>
  isValidElement(node) && node.type === Reveal;

export function Predict({ id, t, children }: Props) {
  const all = Children.toArray(children);
  return (
    <section className="predict" id={`predict-${id}`} aria-label={t.predict}>
      <p className="aside-title">
        <span className="aside-label">{t.predict}</span>
      </p>
      {all.filter((node) => !isReveal(node))}
      <details>
        <summary>{t.reveal}</summary>
        {all.filter(isReveal)}
      </details>
    </section>
  );
}
