/** One figure of a result in a list of facts, with a mark where a limit must be kept. */
import type { ReactNode } from 'react';

type Props = {
  readonly name: string;
  readonly value: string;
  /** Whether a limit is kept; none where there is no limit. */
  readonly met?: boolean;
  readonly children?: ReactNode;
};

export function Fact({ name, value, met, children }: Props) {
  return (
    <div>
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="text-lg tabular-nums">
        {met !== undefined && (
          <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
            {met ? '✓ ' : '✗ '}
          </span>
        )}
        {value}
      </dd>
      {children && <dd className="text-xs text-soft tabular-nums">{children}</dd>}
    </div>
  );
}
