/** Method, dials, where the two tokens stand, and what attention makes of it. */
'use client';
import { Controls, Segments, Slider } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent } from '@/lib/format-number';
import { core, keyAngleFor, params, type Result, SHARE, TARGET } from './core';
import { Dial } from './dial';
import { strings } from './strings';
import { WeightBars } from './weight-bars';

export default function RopeDial(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { method } = values;
  const [low, high] = result.scoreRange;
  const still = high - low < 5e-4;
  const turn = (pair: number, degrees: number) =>
    set({ key: values.key.map((old, i) => (i === pair ? degrees : old)) });
  return (
    <div className="@container grid gap-5">
      <Segments
        label={t.params.method}
        options={params.method.options.map((id) => ({ id, text: t.options?.method?.[id] ?? id }))}
        value={method}
        onChange={(id) => set({ method: params.method.options.find((one) => one === id) ?? params.method.default })}
      />
      <p className="text-sm text-soft">{t.methodNote[method]}</p>
      <section aria-label={t.params.key}>
        <p className="mb-1 flex flex-wrap gap-x-5 text-sm">
          <span className="text-data-1">○ {t.query(values.position)}</span>
          <span className="text-data-2">■ {t.keyAt(values.position - values.distance)}</span>
        </p>
        <div className="grid grid-cols-2 gap-x-6 gap-y-4 @xl:grid-cols-4">
          {result.pairs.map((pair, i) => (
            <Dial
              // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place
              key={i}
              t={t}
              index={i}
              pair={pair}
              reach={method === 'sinusoidal' ? values.length + 1 : values.length}
              angle={values.key[i] ?? 0}
              onTurn={(to) => turn(i, 'typed' in to ? to.typed : keyAngleFor(to.pointed, i, values))}
            />
          ))}
        </div>
      </section>
      <div className="lab-controls my-0">
        {(['length', 'position', 'distance'] as const).map((name) => (
          <Slider
            key={name}
            label={t.params[name]}
            spec={params[name]}
            value={values[name]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <WeightBars t={t} result={result} distance={values.distance} onPick={(distance) => set({ distance })} />
      <dl className="grid gap-x-6 gap-y-2 border-y border-line py-3 @md:grid-cols-3">
        <Fact name={t.scoreNow} value={formatFixed(result.scores[values.distance] ?? 0, 3)}>
          {result.bias === 0 ? t.sumOfPairs : t.withBias(formatFixed(result.bias, 3))}
        </Fact>
        <Fact
          name={t.scoreEverywhere}
          met={still}
          value={still ? formatFixed(low, 3) : t.range(formatFixed(low, 3), formatFixed(high, 3))}
        >
          {still ? t.placeFree : t.placeBound}
        </Fact>
        <Fact
          name={t.leastAtTarget(TARGET)}
          met={(result.low[TARGET] ?? 0) >= SHARE}
          value={formatPercent(result.low[TARGET] ?? 0)}
        >
          {t.goalLine(formatPercent(SHARE))}
        </Fact>
      </dl>
      <Controls
        core={core}
        names={method === 'alibi' ? ['head'] : method === 'none' ? [] : ['base']}
        strings={t}
        values={values}
        set={set}
      />
    </div>
  );
}
