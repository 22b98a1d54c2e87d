/** A graph to walk backward through, its leaves to move, and two ways to get the gradient wrong. */
'use client';
import { Segments } from '@/components/labs/frame/controls';
import { LabFrame } from '@/components/labs/frame/lab-frame';
import type { LabProps, LabViewProps } from '@/components/labs/frame/lab-types';
import { Playback } from '@/components/labs/frame/playback';
import { strings as frameStrings } from '@/components/labs/frame/strings';
import { core, params, type Result } from './core';
import { GraphView } from './graph-view';
import { LeafPanel } from './leaf-panel';
import { PathList } from './path-list';
import { presetNames, presets } from './presets';
import { StepLine } from './step-line';
import { strings } from './strings';

export default function AutogradGraph(props: LabProps) {
  return <LabFrame {...props} core={core} strings={strings} view={View} controls={[]} ownPlayback />;
}

function View({ locale, values, result, set }: LabViewProps<typeof params, Result>) {
  const t = strings[locale];
  const choose = (id: string) => {
    const preset = presetNames.find((name) => name === id);
    const leaves = preset ? [...presets[preset].leaves] : [];
    set({ preset: preset ?? 'own', leaves, detach: '', pin: '', step: params.step.default });
  };
  return (
    <div className="@container grid gap-4">
      <Segments
        label={t.params.preset}
        options={params.preset.options.map((id) => ({ id, text: t.options?.preset?.[id] ?? id }))}
        value={values.preset}
        onChange={choose}
      />
      {values.preset === 'own' ? (
        <label className="lab-control">
          <span className="lab-control-label">{t.params.expression}</span>
          <textarea
            className="field w-full font-mono text-sm"
            rows={3}
            spellCheck={false}
            autoCapitalize="off"
            maxLength={params.expression.maxLength}
            value={values.expression}
            onChange={(event) => set({ expression: event.target.value, detach: '' })}
          />
          <span className="col-span-full text-xs text-soft">{t.grammar}</span>
        </label>
      ) : (
        <p className="font-mono text-sm">{presets[values.preset].text}</p>
      )}
      {'problem' in result ? (
        <p role="status" className="border-l-3 border-warn bg-warn-wash px-3 py-2 text-sm">
          {t.problem(result.problem)}
        </p>
      ) : (
        <div className="grid gap-6 @3xl:grid-cols-[3fr_2fr]">
          <div>
            <GraphView graph={result.graph} t={t} onPin={(pin) => set({ pin })} />
            <Playback
              t={frameStrings[locale]}
              step={result.graph.step}
              last={result.graph.last}
              onStep={(step) => set({ step })}
            />
            <StepLine graph={result.graph} t={t} />
          </div>
          <div className="grid content-start gap-5">
            <LeafPanel
              graph={result.graph}
              t={t}
              onValue={(place, value) => set({ leaves: values.leaves.map((old, i) => (i === place ? value : old)) })}
              onPin={(pin) => set({ pin })}
            />
            <label className="lab-switch text-sm">
              <input
                type="checkbox"
                checked={values.twice}
                onChange={(event) => set({ twice: event.target.checked, step: params.step.default })}
              />
              <span>{t.params.twice}</span>
            </label>
            <Segments
              label={t.params.detach}
              options={[
                { id: '', text: t.nowhere },
                ...result.graph.nodes
                  .filter(({ name, op }) => op !== 'leaf' && name !== result.graph.output)
                  .map(({ name }) => ({ id: name, text: name })),
              ]}
              value={result.graph.detached ?? ''}
              onChange={(detach) => set({ detach })}
            />
            <PathList graph={result.graph} twice={values.twice} t={t} />
          </div>
        </div>
      )}
    </div>
  );
}
