/** A guess before the first move. It is never required; once given it stays beside the truth. */
'use client';
import { useState } from 'react';
import type { LabText } from './lab-types';
import type { FrameStrings } from './strings';

type Props = {
  readonly t: FrameStrings;
  readonly id: string;
  readonly text: LabText['predict'];
  /** Computes the id of the right option from the model. */
  readonly answer: () => string;
  /** Whether the learner has moved something, or started the lab's long work. */
  readonly touched: boolean;
};

export function Predict({ t, id, text, answer, touched }: Props) {
  const [guess, setGuess] = useState<string | null>(null);
  const [phase, setPhase] = useState<'asking' | 'committed' | 'shown' | 'skipped'>('asking');
  const name = `predict-${id}`;
  const optionText = (wanted: string) => text.options.find((option) => option.id === wanted)?.text ?? wanted;
  // Once shown the truth stays, also when the learner undoes the move.
  if (phase === 'committed' && touched) setPhase('shown');
  if (phase === 'skipped') return null;
  if (phase === 'asking') {
    return (
      <fieldset className="lab-predict">
        <legend>
          <span className="lab-label">{t.predict}</span> {text.question}
        </legend>
        <div className="lab-options">
          {text.options.map((option) => (
            <label key={option.id} className="lab-option">
              <input
                type="radio"
                name={name}
                value={option.id}
                checked={guess === option.id}
                onChange={() => setGuess(option.id)}
              />
              <span>{option.text}</span>
            </label>
          ))}
        </div>
        <div className="lab-row">
          <button type="button" className="button" disabled={guess === null} onClick={() => setPhase('committed')}>
            {t.commit}
          </button>
          <button type="button" className="lab-link" onClick={() => setPhase('skipped')}>
            {t.skip}
          </button>
        </div>
      </fieldset>
    );
  }
  const truth = phase === 'shown' ? answer() : null;
  return (
    <div className="lab-predict" role="status">
      <p>
        <span className="lab-label">{t.predict}</span> {text.question}
      </p>
      <p>
        {t.youSaid}
        <strong>{optionText(guess ?? '')}</strong>
      </p>
      {truth === null ? (
        <p className="lab-row">
          {t.tryIt}
          <button type="button" className="lab-link" onClick={() => setPhase('shown')}>
            {t.showAnswer}
          </button>
        </p>
      ) : (
        <>
          <p data-verdict={truth === guess ? 'right' : 'wrong'}>
            {truth === guess ? '✓' : '✗'} {truth === guess ? t.right : t.wrong}
            {t.itIs}
            <strong>{optionText(truth)}</strong>
          </p>
          <p>{text.reveal}</p>
        </>
      )}
    </div>
  );
}
