/** The model passport: what a model weighs, knows and costs, before and after what a lab does to it. The same in every lab of the thread. */
'use client';
import { useEffect, useState } from 'react';
import { formatBytes, formatFixed, formatInteger, formatSignificant } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import type { GptConfig } from '@/lib/ml/gpt/config';
import type { Passport } from '@/lib/thread/passport';
import { modelList, type SaveOutcome } from './model-list';
import { tokensPerSecond } from './speed';
import { describeOp, type ModelStrings, modelStrings } from './strings';

export type PassportSide = { readonly passport: Passport; readonly config: GptConfig };

type Props = {
  readonly locale: Locale;
  readonly before: PassportSide;
  /** What the lab has made of it; null until there is something. */
  readonly after?: PassportSide | null;
  /** The finished model, where the learner may keep it. */
  readonly keep?: Checkpoint | null;
};

export function ModelPassport({ locale, before, after = null, keep = null }: Props) {
  const t = modelStrings[locale];
  const sides = after ? [before, after] : [before];
  const rows: readonly (readonly [name: string, of: (side: PassportSide) => string, unit?: string])[] = [
    [t.size, ({ passport }) => formatBytes(passport.bytes)],
    [t.parameters, ({ passport }) => formatInteger(passport.parameters)],
    [t.loss, ({ passport }) => formatFixed(passport.validationLoss, 3), t.nats],
    [t.perplexity, ({ passport }) => formatFixed(passport.perplexity, 2)],
  ];
  return (
    <section className="mt-5 border-y border-line py-3" aria-label={t.passport} data-passport>
      <table className="w-full max-w-xl text-sm tabular-nums">
        <caption className="pb-1 text-start font-semibold text-accent text-[0.8125rem]">
          {t.passport}
          {t.colon}
          {(after ?? before).passport.name}
        </caption>
        {after && (
          <thead>
            <tr className="text-xs text-soft">
              <td />
              <th scope="col" className="py-1 text-end font-normal">
                {t.before}
              </th>
              <th scope="col" className="py-1 ps-4 text-end font-normal">
                {t.after}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(([name, of, unit]) => (
            <tr key={name}>
              <th scope="row" className="whitespace-nowrap py-0.5 text-start font-normal text-soft">
                {name}
                {unit && <span className="ms-1 text-xs max-sm:hidden">({unit})</span>}
              </th>
              {sides.map((side, i) => (
                <td
                  key={i === 0 ? 'before' : 'after'}
                  className={`py-0.5 text-end ${i === 1 ? 'ps-4 font-semibold' : ''}`}
                >
                  {of(side)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className="whitespace-nowrap py-0.5 text-start font-normal text-soft">
              {t.speed}
              <span className="ms-1 text-xs">({t.tokensPerSecond})</span>
            </th>
            {sides.map(({ config }, i) => (
              <td key={i === 0 ? 'before' : 'after'} className={`py-0.5 text-end ${i === 1 ? 'ps-4' : ''}`}>
                <Speed config={config} t={t} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="mt-1 text-sm text-soft">
        {t.history}
        {t.colon}
        {history((after ?? before).passport, t)}
      </p>
      {keep && <Keep checkpoint={keep} t={t} />}
    </section>
  );
}

function history({ ops }: Passport, t: ModelStrings): string {
  return ops.length === 0 ? t.nothing : ops.map((op) => describeOp(op, t)).join(' → ');
}

/** Measured once the page is quiet; differs by device, so it is never part of a lab's result. */
function Speed({ config, t }: { readonly config: GptConfig; readonly t: ModelStrings }) {
  const [speed, setSpeed] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSpeed(tokensPerSecond(config)), 800);
    return () => clearTimeout(timer);
  }, [config]);
  return <>{speed === null ? t.measuring : t.about(formatSignificant(speed, 2))}</>;
}

function Keep({ checkpoint, t }: { readonly checkpoint: Checkpoint; readonly t: ModelStrings }) {
  const [done, setDone] = useState<{ readonly id: string; readonly outcome: SaveOutcome } | null>(null);
  const outcome = done?.id === checkpoint.id ? done.outcome : null;
  const said = { saved: t.kept, full: t.full, blocked: t.blocked };
  return (
    <p className="mt-2 flex flex-wrap items-center gap-3">
      <button
        type="button"
        className="button"
        disabled={outcome === 'saved'}
        onClick={async () => setDone({ id: checkpoint.id, outcome: await modelList.save(checkpoint) })}
      >
        {t.keep}
      </button>
      <span role="status" className="text-sm text-soft">
        {outcome && said[outcome]}
      </span>
    </p>
  );
}
