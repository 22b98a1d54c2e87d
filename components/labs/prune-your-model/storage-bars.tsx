/** Bytes of the whole model in every way to store its zeros, against the dense one. */
import { percentage } from '@/components/ui/plot/round';
import { formatBytes } from '@/lib/format-number';
import type { Result } from './core';
import { storages } from './masks';
import type { PruneStrings } from './strings';

type Props = { readonly bytes: Result['bytes']; readonly smallest: number; readonly t: PruneStrings };

export function StorageBars({ bytes, smallest, t }: Props) {
  const most = Math.max(...storages.map((storage) => bytes[storage] ?? 0));
  return (
    <figure className="mt-6">
      <figcaption className="text-sm font-semibold">{t.bytesTitle}</figcaption>
      <dl className="mt-2 grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[17rem_1fr] sm:items-center">
        {storages.map((storage) => {
          const size = bytes[storage];
          const best = size === smallest;
          return (
            <div key={storage} className="contents">
              <dt className={best ? 'font-semibold' : 'text-soft'}>{t.storages[storage]}</dt>
              <dd className="flex items-center gap-2 tabular-nums max-sm:-mt-2">
                {size === null ? (
                  <span className="text-xs text-soft">{t.notPossible}</span>
                ) : (
                  <>
                    <span className="flex-1">
                      <span
                        className={`block h-3 ${best ? 'bg-accent' : 'bg-strong'}`}
                        style={{ width: percentage(size / most) }}
                      />
                    </span>
                    <span className={`w-16 text-right ${best ? 'font-semibold' : 'text-soft'}`}>
                      {formatBytes(size)}
                    </span>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-2 text-xs text-soft">{t.bytesNote}</p>
    </figure>
  );
}
