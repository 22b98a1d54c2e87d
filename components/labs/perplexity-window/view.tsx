/** Window and stride, what they cost and measure, why, and the text itself. */
'use client';
import { type ReactNode, useMemo } from 'react';
import { Controls, Slider } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { ModelPassport } from '@/components/labs/frame/model/passport';
import { useModel } from '@/components/labs/frame/model/use-model';
import { formatFixed, formatInteger, formatPercent } from '@/lib/format-number';
import { ContextBars } from './context-bars';
import { core, GOAL, params, type Result, startOf } from './core';
import { CostCurve } from './cost-curve';
import { TARGETS } from './stream';
import { perplexityText, strings } from './strings';
import { TokenStrip } from './token-strip';

const makeWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export default function PerplexityWindow(props: LabProps) {
  const { model } = useModel();
  const given = useMemo(() => startOf(model), [model]);
  return (
    <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} given={given} worker={makeWorker} />
  );
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const chosen = useModel();
  const { point, curve, before, after, config, bitsPerCharacter, window } = result;
  const stride = { ...params.stride, max: window };
  return (
    <>
      <ModelBar locale={locale} chosen={chosen} />
      <Controls core={core} names={['training', 'window']} strings={t} values={values} set={set} />
      <Slider
        label={t.params.stride}
        spec={stride}
        value={result.stride}
        onChange={(to) => set({ stride: Math.min(to, window) })}
      />
      <dl className="mt-4 grid min-h-24 grid-cols-2 gap-x-6 gap-y-3 border-line border-y py-3 sm:grid-cols-3">
        <Fact name={t.perplexity} value={point ? perplexityText(point.perplexity) : '–'}>
          {curve[0] && t.finest(perplexityText(curve[0].perplexity))} · {t.uniform(GOAL.perplexity)}
        </Fact>
        <Fact name={t.bits} value={point ? formatFixed(bitsPerCharacter, 2) : '–'}>
          {t.bitsNote}
        </Fact>
        <Fact name={t.cost} value={point ? formatPercent(point.cost) : '–'}>
          {point && t.costNote(formatInteger(point.tokens), formatInteger(TARGETS))}
        </Fact>
      </dl>
      {point && point.perplexity >= GOAL.perplexity && <p className="mt-2 text-sm text-warn">{t.worse}</p>}
      <ContextBars t={t} result={result} />
      <CostCurve t={t} result={result} />
      <TokenStrip t={t} result={result} onPick={(picked) => set({ picked })} />
      <ModelPassport
        locale={locale}
        before={{ passport: before, config }}
        after={after && { passport: after, config }}
      />
    </>
  );
}

type FactProps = { readonly name: string; readonly value: string; readonly children?: ReactNode };

function Fact({ name, value, children }: FactProps) {
  return (
    <div>
      <dt className="text-soft text-xs">{name}</dt>
      <dd className="text-lg tabular-nums">{value}</dd>
      {children && <dd className="text-soft text-xs tabular-nums">{children}</dd>}
    </div>
  );
}
