/** HotFlip on a name: pick a letter, see what the gradient says of each replacement, make it, measure it. */
'use client';
import { Controls } from '@/components/labs/frame/controls';
import type { LabViewProps } from '@/components/labs/frame/lab-types';
import { core, type NameResult, params, type Result } from './core';
import { FactorBars } from './factor-bars';
import { GainMap } from './gain-map';
import { LetterChoices } from './letter-choices';
import { NameLetters } from './name-letters';
import { flip } from './name-rules';
import { StepCurve } from './step-curve';
import type { AttackStrings } from './strings';

type Props = Pick<LabViewProps<typeof params, Result>, 'values' | 'set'> & {
  readonly result: NameResult;
  readonly t: AttackStrings;
};

export function NamePanel({ result, values, set, t }: Props) {
  const { name } = values;
  const measured = values.shade === 'measured';
  const { shown, curve } = result;
  const change = (place: number, letter: string) => {
    const attacked = flip(name, result.attacked, place, letter);
    set({ attacked: attacked === name ? '' : attacked, place: place + 1 });
  };
  return (
    <div className="@container grid gap-6">
      <label className="grid gap-1 text-sm text-soft">
        {t.params.name}
        <select
          className="field max-w-full font-mono text-ink"
          value={name}
          onChange={(event) =>
            set({
              name: params.name.options.find((one) => one === event.target.value) ?? params.name.default,
              attacked: '',
            })
          }
        >
          {params.name.options.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <NameLetters name={name} result={result} t={t} onPick={(place) => set({ place: place + 1 })} />
      <FactorBars result={result} t={t} />
      <div className="grid gap-6 @2xl:grid-cols-2">
        <div className="grid content-start gap-5">
          <Controls core={core} names={['shade']} strings={t} values={values} set={set} />
          <LetterChoices
            name={name}
            result={result}
            measured={measured}
            t={t}
            onFlip={(letter) => change(shown.place, letter)}
          />
          {measured && result.favouriteRank !== null && (
            <p className="text-sm text-soft">{t.rank(result.favouriteRank, result.candidates.length)}</p>
          )}
          <StepCurve
            curve={curve}
            title={t.lossCurve(shown.from, shown.letter, shown.place + 1)}
            note={t.lossNote(curve.slope, curve.points.at(-1)?.truth ?? 0)}
            ends={[t.curveStart(shown.from), t.curveEnd(shown.letter)]}
            names={{ truth: t.truthLine, promise: t.promiseLine }}
            at={1}
          />
        </div>
        <GainMap name={name} result={result} measured={measured} t={t} onFlip={change} />
      </div>
    </div>
  );
}
