/** The four states as shapes, not only colours: ring, half disc, disc with a tick, dashed ring with a bar. */
import type { Status } from '@/lib/progress/records';

export function StatusIcon({ status }: { readonly status: Status }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      strokeWidth="1.5"
      aria-hidden="true"
      className="shrink-0"
    >
      {shapes[status]}
    </svg>
  );
}

const shapes = {
  todo: <circle cx="9" cy="9" r="6.75" className="stroke-strong" />,
  doing: (
    <>
      <circle cx="9" cy="9" r="6.75" className="stroke-accent" />
      <path d="M9 4.5a4.5 4.5 0 0 1 0 9z" className="fill-accent" />
    </>
  ),
  done: (
    <>
      <circle cx="9" cy="9" r="7.5" className="fill-accent" />
      <path d="m5.6 9.3 2.3 2.3 4.5-4.9" className="stroke-on-accent" />
    </>
  ),
  skipped: (
    <>
      <circle cx="9" cy="9" r="6.75" strokeDasharray="2 2.3" className="stroke-strong" />
      <path d="M6 9h6" className="stroke-strong" />
    </>
  ),
};
