/** Set-off passages of a lesson. */
import type { ReactNode } from 'react';

type AsideProps = {
  readonly kind: 'pitfall' | 'practice' | 'note';
  readonly label: string;
  readonly title?: string;
  readonly children?: ReactNode;
};

export function Aside({ kind, label, title, children }: AsideProps) {
  return (
    <aside className="aside" data-kind={kind} aria-label={title ? `${label}: ${title}` : label}>
      <p className="aside-title">
        <span className="aside-label">{label}</span>
        {title && <span> {title}</span>}
      </p>
      {children}
    </aside>
  );
}

export function DeepDive({
  label,
  title,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <details className="deep-dive">
      <summary>
        <span className="aside-label">{label}</span> {title}
      </summary>
      {children}
    </details>
  );
}

export function Steps({ children }: { readonly children?: ReactNode }) {
  return <div className="steps">{children}</div>;
}

type CompareProps = { readonly left: string; readonly right: string; readonly children?: ReactNode };

export function Compare({ left, right, children }: CompareProps) {
  return (
    <div className="compare" data-left={left} data-right={right}>
      <p className="compare-head">{left}</p>
      <p className="compare-head">{right}</p>
      {children}
    </div>
  );
}

export function Side({ children }: { readonly children?: ReactNode }) {
  return <div className="compare-side">{children}</div>;
}
