/** Five questions, each with how its run ends under the present failures and defences. */
import { useId } from 'react';
import type { AgentRun } from './agent';
import { QUESTIONS, type QuestionId } from './questions';
import type { strings } from './strings';

type Props = {
  readonly t: (typeof strings)['en'];
  readonly runs: Readonly<Record<QuestionId, AgentRun>>;
  readonly value: QuestionId;
  readonly onChange: (id: QuestionId) => void;
};

export function QuestionPicker({ t, runs, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className="lab-segments">
      <legend className="lab-control-label">{t.params.question}</legend>
      <div>
        {QUESTIONS.map((id, i) => {
          const { right } = runs[id];
          return (
            <label key={id} data-on={id === value}>
              <input type="radio" name={name} checked={id === value} onChange={() => onChange(id)} />
              <span className="sr-only">{t.questionButton(i + 1, right)}</span>
              <span aria-hidden="true" className="tabular-nums">
                {i + 1}{' '}
                <span className={id === value ? '' : right ? 'text-good' : 'text-bad'}>{right ? '✓' : '✗'}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
