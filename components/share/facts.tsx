/** A line of named facts; those without a value are left out. */
import { Fragment, type ReactNode } from 'react';

type Fact = readonly [name: string, value: ReactNode];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm tabular-nums">
      {facts.map(([name, value]) =>
        value ? (
          <Fragment key={name}>
            <dt className="text-faint">{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}
