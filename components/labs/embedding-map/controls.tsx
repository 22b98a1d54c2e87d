/** What the learner may change of the text: the sentences of the new word, and which apple the sentences are about. */
'use client';
import { Slider } from '@/components/labs/frame/controls';
import { formatFixed } from '@/lib/format-number';
import { conditions, core, type Result } from './core';
import { type Lesson, lessons } from './corpus';
import type { MapStrings } from './strings';

type Values = { readonly taught: readonly Lesson[]; readonly company: number };
type Props = {
  readonly values: Values;
  readonly result: Result;
  readonly t: MapStrings;
  readonly set: (change: Partial<Values>) => void;
};

export function TextControls({ values, result, t, set }: Props) {
  const { taught, company } = values;
  const [near, few, between] = conditions(result);
  const mark = (ok: boolean, text: string) => (
    <li key={text}>
      <span aria-hidden="true" className={ok ? 'text-good' : 'text-bad'}>
        {ok ? '✓' : '✗'}
      </span>{' '}
      {text}
    </li>
  );
  return (
    <>
      <fieldset className="mt-4">
        <legend className="text-sm font-semibold">{t.params.taught}</legend>
        <div className="mt-1 flex flex-wrap gap-2">
          {lessons.map((id) => {
            const on = taught.includes(id);
            return (
              <label
                key={id}
                className={`flex min-h-9 cursor-pointer items-center gap-2 rounded-sm border px-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent ${on ? 'border-accent bg-accent-wash' : 'border-strong'}`}
              >
                <input
                  type="checkbox"
                  checked={on}
                  onChange={() => set({ taught: on ? taught.filter((one) => one !== id) : [...taught, id] })}
                />
                <span>{t.frames[id].replace('_', t.words.zib)}</span>
              </label>
            );
          })}
        </div>
      </fieldset>
      <div className="mt-4">
        <Slider
          label={t.params.company}
          spec={core.params.company}
          value={company}
          onChange={(value) => set({ company: value })}
        />
      </div>
      <ul className="list-none p-0 [&>li]:m-0 mt-3 text-sm tabular-nums">
        {mark(near, t.zibState(formatFixed(result.zibCat, 2)))}
        {mark(few, t.fewState(result.taught))}
        {mark(between, t.appleState(formatFixed(result.applePear, 2), formatFixed(result.appleSamsung, 2)))}
      </ul>
    </>
  );
}
