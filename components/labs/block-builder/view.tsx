/** The block to wire, and what a stack of it does to the stream, the tokens and the gradients. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import { BlockDiagram } from './block-diagram';
import { core, GOAL, type params, type Result } from './core';
import { DepthCharts } from './depth-charts';
import { formatScale } from './number-text';
import { strings } from './strings';

export default function BlockBuilder(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { kept, growth, alike, gradientRange, loss, overflow } = result;
  return (
    <div className="@container">
      <div className="grid gap-x-8 gap-y-5 @2xl:grid-cols-[17rem_1fr]">
        <div>
          <BlockDiagram t={t} values={values} onChange={set} />
          <Controls core={core} names={['residual', 'norm', 'depth']} strings={t} values={values} set={set} />
        </div>
        <DepthCharts t={t} result={result} depth={values.depth} />
      </div>
      {overflow > 0 && (
        <p role="status" className="mt-3 bg-bad-wash px-3 py-2 text-bad text-sm">
          {t.overflow(overflow)}
        </p>
      )}
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-3 border-y border-line py-3 @xl:grid-cols-4">
        <Fact name={t.growth} met={kept.size} value={overflow > 0 ? t.beyond : formatScale(growth)}>
          {t.growthLimit(GOAL.size)}
        </Fact>
        <Fact name={t.alike} met={kept.alike} value={formatFixed(alike.at(-1) ?? 0, 3)}>
          {t.alikeLimit(GOAL.alike)}
        </Fact>
        <Fact
          name={t.gradients}
          met={kept.gradient}
          value={gradientRange ? t.range(formatScale(gradientRange[0]), formatScale(gradientRange[1])) : '–'}
        >
          {t.gradientLimit(GOAL.gradient)}
        </Fact>
        <Fact name={t.loss} value={loss === null ? '–' : formatScale(loss)}>
          {t.lossNote}
        </Fact>
      </dl>
      <Controls core={core} names={['factor', 'mlp', 'kind']} strings={t} values={values} set={set} />
    </div>
  );
}
