/** A configuration to change, and what it costs, part by part and to the digit. */
'use client';
import { Controls, Slider } from '@/components/labs/frame/controls';
import { Fact } from '@/components/labs/frame/fact';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatInteger, formatSignificant } from '@/lib/format-number';
import { AnatomyBars } from './anatomy-bars';
import { conditions, core, params, type Result } from './core';
import { PartTable } from './part-table';
import { publicIds, settingsOf, withWidth } from './shape';
import { off, strings } from './strings';

export default function ModelAnatomy(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const { name, problem, parameters, flops, trainFlops, overTwoN, bytes, blocks, ruleOfThumb } = result;
  const [vocab, size, depth, heads] = conditions(result);
  const goals = [
    [vocab, t.goals.vocab],
    [size, t.goals.size(off(parameters))],
    [depth && values.family === 'gpt', t.goals.depth],
    [heads, t.goals.heads(formatSignificant(result.headDim))],
  ] as const;
  return (
    <div className="@container">
      <p className="text-sm text-soft">{t.modelsTitle}</p>
      <div className="mt-1 mb-4 flex flex-wrap gap-2">
        {publicIds.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === name}
            onClick={() => set(settingsOf(id))}
            className={`min-h-8 rounded-sm border px-2 text-sm ${id === name ? 'border-accent bg-accent-wash font-semibold' : 'border-strong'}`}
          >
            {t.models[id]}
          </button>
        ))}
        {name === null && <span className="self-center text-sm text-soft">→ {t.own}</span>}
      </div>
      <AnatomyBars result={result} tokens={values.tokens} pin={values.pin} t={t} />
      <div className="lab-controls">
        <Slider
          label={t.params.vocab}
          spec={params.vocab}
          value={values.vocab}
          onChange={(value) => set({ vocab: value })}
        />
        <Slider
          label={t.params.hidden}
          spec={params.hidden}
          value={values.hidden}
          onChange={(value) => set(withWidth(values, value))}
        />
        <Slider
          label={t.params.layers}
          spec={params.layers}
          value={values.layers}
          onChange={(value) => set({ layers: value })}
        />
      </div>
      <details className="mt-1 border-b border-line pb-1">
        <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-soft">{t.more}</summary>
        <Controls
          core={core}
          names={['heads', 'kvHeads', 'ffn', 'family', 'context', 'tokens']}
          strings={t}
          values={values}
          set={set}
        />
      </details>
      {problem && (
        <p className="mt-2 border-l-3 border-warn bg-warn-wash px-3 py-2 text-sm">{t.problem(problem, result)}</p>
      )}
      <PartTable result={result} tokens={values.tokens} t={t} onPin={(pin) => set({ pin })} />
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 @2xl:grid-cols-4">
        <Fact name={t.facts.bytes} value={formatBytes(bytes)} />
        <Fact name={t.facts.blocks} value={formatSignificant(blocks)}>
          {t.blocksNote(formatSignificant(ruleOfThumb))}
        </Fact>
        <Fact name={t.facts.twoN} value={formatFixed(overTwoN, 3)}>
          {formatInteger(flops)} ÷ {formatInteger(2 * parameters)}
        </Fact>
        <Fact name={t.facts.train} value={formatSignificant(trainFlops)}>
          3 × {formatInteger(flops)}
        </Fact>
      </dl>
      <ul className="list-none p-0 [&>li]:m-0 mt-4 text-sm tabular-nums">
        {goals.map(([ok, text]) => (
          <li key={text}>
            <span aria-hidden="true" className={ok ? 'text-good' : 'text-bad'}>
              {ok ? '✓' : '✗'}
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
