/** How much the learner means to learn. Two choices, and the way back to what was measured. */
'use client';
import { progress } from '@/components/progress/progress-store';
import type { Locale } from '@/lib/i18n/locale';
import { choosePace, type Pace } from '@/lib/paths/pace';
import type { RoadLesson } from '@/lib/paths/road';
import { strings } from './strings';
import { useSituation } from './use-situation';

const minuteChoices = [10, 15, 20, 30, 45, 60, 90, 120, 180, 240];
const dayChoices = [1, 2, 3, 4, 5, 6, 7];
const unknown: Pace = { minutes: 30, days: 5 };

export function PaceControl({ lessons, locale }: { readonly lessons: readonly RoadLesson[]; readonly locale: Locale }) {
  const t = strings[locale];
  const situation = useSituation({ lessons });
  const pace = situation?.pace ?? unknown;
  const measured = situation?.measured;
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choice
          label={t.minutesADay}
          value={pace.minutes}
          choices={minuteChoices}
          onChange={(minutes) => choosePace(progress, { ...pace, minutes })}
        />
        <Choice
          label={t.daysAWeek}
          value={pace.days}
          choices={dayChoices}
          onChange={(days) => choosePace(progress, { ...pace, days })}
        />
      </div>
      <p className="text-sm text-soft tabular-nums">
        {measured ? t.measured(Math.round(measured.typical)) : t.notMeasured}
        <span className="block">{t.finishHint}</span>
      </p>
      {situation?.isChosen && (
        <button
          type="button"
          className="quiet-link min-h-9 text-start text-sm"
          onClick={() => choosePace(progress, null)}
        >
          {measured ? t.useOwn : t.useUsual}
        </button>
      )}
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly onChange: (value: number) => void;
};

/** A measured pace need not be among the round ones. */
function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const all = choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b);
  return (
    <label className="grid gap-1 text-sm text-soft">
      {label}
      <select className="field" value={value} onChange={({ target }) => onChange(Number(target.value))}>
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  );
}
