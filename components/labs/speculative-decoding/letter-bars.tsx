/** p and q at one place, one column a character: what both have, what the target has more, what the draft has more. */
import { percentage } from '@/components/ui/plot/round';
import { formatPercent } from '@/lib/format-number';
import { acceptanceRate } from '@/lib/ml/decoding/speculative';
import { letter, ranked } from './letters';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  readonly title: string;
  /** Null while the target has not looked, or for the extra token, which has no draft. */
  readonly p: readonly number[] | null;
  readonly q: readonly number[] | null;
  readonly picked: number | null;
};

/** Shares of the highest bar below this would be nothing but their outline. */
const LEAST = 0.008;

export function LetterBars({ t, title, p, q, picked }: Props) {
  const main = p ?? q ?? [];
  const highest = Math.max(...main, ...(q ?? []));
  const columns = { gridTemplateColumns: `repeat(${main.length}, minmax(0, 1fr))` };
  const text = ranked(main)
    .slice(0, 5)
    .map((id) => `${letter(id)}: ${[p, q].map((one) => (one ? (one[id] as number).toFixed(3) : '–')).join(' / ')}`)
    .join('; ');
  const bar = (share: number, base: number, tone: string) =>
    share > LEAST * highest && (
      <span
        className={`absolute inset-x-px ${tone}`}
        style={{ height: percentage(share / highest), bottom: percentage(base / highest) }}
      />
    );
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="text-sm">
        <strong className="font-semibold">{title}</strong>
      </figcaption>
      <div
        role="img"
        aria-label={`${title}: ${text}`}
        className="mt-2 grid h-32 border-strong border-b"
        style={columns}
      >
        {ranked(main).map((id) => {
          const [a, b] = [p?.[id] ?? 0, q?.[id] ?? 0];
          const common = p && q ? Math.min(a, b) : 0;
          return (
            <span key={id} className="relative h-full">
              {bar(common, 0, 'bg-data-1')}
              {p && bar(a - common, common, q ? 'border-2 border-data-3 border-b-0' : 'bg-data-3')}
              {q && bar(b - common, common, 'border-2 border-data-2 border-dashed border-b-0')}
            </span>
          );
        })}
      </div>
      <div aria-hidden="true" className="grid text-center font-mono text-[11px]" style={columns}>
        {ranked(main).map((id) => (
          <span key={id} className={id === picked ? 'bg-accent font-semibold text-on-accent' : 'text-soft'}>
            {letter(id)}
          </span>
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-sm tabular-nums">
        {p && q && (
          <li>
            <span aria-hidden="true" className="mr-1 inline-block size-2.5 bg-data-1" />
            {t.both(formatPercent(acceptanceRate(p, q)))}
          </li>
        )}
        {p && (
          <li className="text-soft">
            <span
              aria-hidden="true"
              className={`mr-1 inline-block size-2.5 ${q ? 'border-2 border-data-3' : 'bg-data-3'}`}
            />
            {q ? t.targetMore : t.target}
          </li>
        )}
        {q && (
          <li className="text-soft">
            <span aria-hidden="true" className="mr-1 inline-block size-2.5 border-2 border-data-2 border-dashed" />
            {p ? t.draftMore : t.draftMark}
          </li>
        )}
      </ul>
    </figure>
  );
}
