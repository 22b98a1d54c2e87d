/** A batch of requests at one server: who computes, who waits, who gives up, and whether the health check is answered. */
import { Controls } from '@/components/labs/frame/controls';
import { core } from './core';
import { HandlerListing } from './handler-listing';
import { strings } from './strings';
import { Timeline } from './timeline';
import type { ViewProps } from './view';

export function LoadPanel({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  const { load } = result;
  const probes = load.run.probes.length;
  const stats: readonly (readonly [label: string, value: string, verdict: 'good' | 'bad' | null])[] = [
    [t.stats.health, t.of(load.probesInTime, probes), load.probesInTime === probes ? 'good' : 'bad'],
    [t.stats.ok, t.of(load.ok, values.requests), load.ok === values.requests ? 'good' : 'bad'],
    [t.stats.timedOut, String(load.timedOut), null],
    [t.stats.refused, String(load.refused), null],
    [t.stats.p50, t.time(load.p50), null],
    [t.stats.p95, t.time(load.p95), null],
  ];
  return (
    <>
      <div className="grid gap-2">
        <HandlerListing signature={values.signature} handler={values.handler} panel="load" />
        <p className="text-sm text-soft">{t.model[values.handler]}</p>
      </div>
      <Timeline load={load} seconds={values.seconds} t={t} />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 border-y border-line py-3 @md:grid-cols-3 @3xl:grid-cols-6">
        {stats.map(([label, value, verdict]) => (
          <div key={label}>
            <dt className="text-sm text-soft">{label}</dt>
            <dd
              className={`tabular-nums ${verdict === 'good' ? 'text-good' : verdict === 'bad' ? 'text-bad' : 'text-ink'}`}
            >
              {verdict && <span aria-hidden="true">{verdict === 'good' ? '✓ ' : '✗ '}</span>}
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <Controls core={core} names={['handler', 'requests', 'seconds']} strings={t} values={values} set={set} />
    </>
  );
}
