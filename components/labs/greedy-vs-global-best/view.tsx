'use client';
import { Segments, Slider } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { AnswerList } from './answer-list';
import { core, judge, nodes, type params, type Result, type Values } from './core';
import { percent, strings, type ViewStrings } from './strings';
import { normalize, setShare, WHOLE } from './tree';
import { TreeMap } from './tree-map';

type ViewProps = LabViewProps<typeof params, Result>;

export default function GreedyVsGlobalBest(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: ViewProps) {
  const t = strings[locale];
  return (
    <div className="@container grid gap-6">
      <TreeMap t={t} values={values} result={result} set={set} />
      <RowSliders t={t} values={values} set={set} />
      <Facts t={t} result={result} />
      <AnswerList t={t} result={result} />
    </div>
  );
}

const percentSpec = { kind: 'number', min: 0, max: WHOLE, step: 1, default: 0 } as const;

/** Three sliders for one row of the tree; what one gains the others lose. */
function RowSliders({ t, values, set }: Pick<ViewProps, 'values' | 'set'> & { readonly t: ViewStrings }) {
  const { node } = values;
  const tokens = node === 'first' ? t.firstTokens : (t.secondTokens['abc'.indexOf(node)] ?? []);
  const shares = normalize(values[node]).map((p) => Math.round(WHOLE * p));
  return (
    <div className="grid gap-3">
      <Segments
        label={t.params.node}
        options={nodes.map((id) => ({ id, text: t.options?.node?.[id] ?? id }))}
        value={node}
        onChange={(id) => set({ node: nodes.find((one) => one === id) ?? 'first' })}
      />
      <div className="grid gap-x-8 gap-y-2 @2xl:grid-cols-3">
        {tokens.map((token, i) => (
          <Slider
            key={`${node}${token}`}
            label={t.chance(token)}
            spec={percentSpec}
            value={shares[i] ?? 0}
            onChange={(value) => set({ [node]: setShare(shares, i, clampPercent(value)) } as Partial<Values>)}
          />
        ))}
      </div>
    </div>
  );
}

const clampPercent = (value: number) => Math.min(WHOLE, Math.max(0, Math.round(value)));

function Facts({ t, result }: { readonly t: ViewStrings; readonly result: Result }) {
  const { greedy, best, trueShare } = result;
  const { trueEnough, bestIsFalse, greedyDiffers } = judge(result);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-y border-line py-3 @2xl:grid-cols-3">
      <Fact name={t.trueShare} value={percent(trueShare)} met={trueEnough}>
        {t.trueShareNote}
      </Fact>
      <Fact name={t.bestFact} value={t.answer(best)} met={bestIsFalse}>
        {t.truth(best.true)} · p = {best.p.toFixed(3)}
      </Fact>
      <Fact name={t.greedyFact} value={t.answer(greedy)} met={greedyDiffers}>
        {greedyDiffers ? t.different : t.same} · {t.truth(greedy.true)} · p = {greedy.p.toFixed(3)}
      </Fact>
    </dl>
  );
}
