/** One thing that may go into a code or stay out. */
import type { ReactNode } from 'react';

type Props = {
  readonly isIn: boolean;
  readonly onChange: (isIn: boolean) => void;
  readonly children: ReactNode;
};

export function Choice({ isIn, onChange, children }: Props) {
  return (
    <label className="flex min-h-9 items-center gap-2 text-sm">
      <input type="checkbox" className="shrink-0" checked={isIn} onChange={(event) => onChange(event.target.checked)} />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
