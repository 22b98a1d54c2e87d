/** The three facts the candidate states, against those of the reference. */
import type { Fact, Verdict } from './core';
import type { ViewStrings } from './strings';

const tones: Readonly<Record<Verdict, string>> = { right: 'text-good', wrong: 'text-bad', unclear: 'text-soft' };
const marks: Readonly<Record<Verdict, string>> = { right: '✓', wrong: '✗', unclear: '?' };

export function FactList({ t, facts }: { readonly t: ViewStrings; readonly facts: readonly Fact[] }) {
  return (
    <section className="mt-6">
      <h4 className="font-semibold text-sm">{t.facts}</h4>
      <dl className="mt-1 grid border-line border-y sm:grid-cols-3 sm:divide-x sm:divide-line">
        {facts.map(({ id, stated, expected, verdict }) => (
          <div key={id} className="flex flex-wrap items-baseline gap-x-3 py-1.5 sm:grid sm:px-3 sm:first:pl-0">
            <dt className="w-24 text-soft text-sm sm:w-auto">{t.factNames[id]}</dt>
            <dd className="text-lg tabular-nums">{t.factValue(id, stated)}</dd>
            <dd className={`text-sm ${tones[verdict]}`}>
              {marks[verdict]} {t.verdicts[verdict]}
              {verdict !== 'right' && <span className="text-soft"> · {t.instead(t.factValue(id, expected))}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-soft text-xs">{t.factsNote}</p>
    </section>
  );
}
