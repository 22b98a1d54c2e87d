/** Which query heads of the learner's model read which keys and values. */
import type { KvStrings } from './strings';

type Props = { readonly heads: number; readonly kvHeads: number; readonly was: number; readonly t: KvStrings };

/** So many heads have room for their letters on a phone. */
const ROOMY = 8;

export function HeadGroups({ heads, kvHeads, was, t }: Props) {
  const groups = Array.from({ length: kvHeads }, (_, g) =>
    Array.from({ length: heads / kvHeads }, (_, i) => (g * heads) / kvHeads + i + 1),
  );
  return (
    <div className="mt-2">
      <div className="flex max-w-md gap-2 text-center font-mono text-xs" aria-hidden="true">
        {groups.map((members, g) => (
          <div key={members[0]} className="min-w-0 flex-1">
            <div className="flex gap-1">
              {members.map((head) => (
                <span key={head} className="min-w-0 flex-1 rounded-sm border border-strong py-1">
                  {heads > ROOMY ? head : `q${head}`}
                </span>
              ))}
            </div>
            <div className="mt-1 rounded-sm bg-accent py-1 text-on-accent">
              {kvHeads > ROOMY ? g + 1 : kvHeads > ROOMY / 2 ? `k${g + 1}` : `k${g + 1} v${g + 1}`}
            </div>
          </div>
        ))}
      </div>
      <p className="mt-1 text-sm text-soft">{t.ownHeads(heads, was, kvHeads)}</p>
    </div>
  );
}
