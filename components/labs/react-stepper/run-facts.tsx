/** How the five runs stand, and the tool calls of this one so far. */
import type { Turn } from '@/lib/agent/react-loop';
import type { AgentRun } from './agent';
import type { Result } from './core';
import { QUESTIONS } from './questions';
import type { strings } from './strings';

type Props = {
  readonly t: (typeof strings)['en'];
  readonly result: Result;
  readonly run: AgentRun;
  readonly shown: readonly Turn[];
};

export function RunFacts({ t, result, run, shown }: Props) {
  const calls = shown.flatMap((turn) => (turn.kind === 'observation' ? turn.calls : []));
  const all = run.turns.flatMap((turn) => (turn.kind === 'observation' ? turn.calls : []));
  const ran = all.filter(({ status }) => status !== 'refused').length;
  const facts: readonly (readonly [string, string])[] = [
    [t.stats.right, t.of(result.right, QUESTIONS.length)],
    [t.stats.steps, String(result.steps)],
    [t.stats.calls, String(ran)],
    [t.stats.read, run.read.toLocaleString('en-US')],
  ];
  return (
    <div className="border-t border-line pt-3 text-sm">
      <dl className="grid grid-cols-2 gap-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-soft">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <h4 className="mt-3 text-soft">{t.log}</h4>
      {calls.length === 0 && <p>{t.noCalls}</p>}
      <ol>
        {calls.map(({ step, tool, argument, status }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows
          <li key={i} className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 border-t border-line py-1">
            <span className="text-faint tabular-nums">{step}</span>
            <code className="truncate font-mono text-xs leading-5">
              {status === 'refused' ? argument : `${tool}[${argument}]`}
            </code>
            <span className={status === 'ok' ? 'text-soft' : 'text-warn'}>{t.callNote[status]}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
