/** The button under a check and what it says afterwards. */
'use client';
import type { CheckStrings } from './check-strings';

type Props = {
  readonly t: CheckStrings;
  readonly state: 'open' | 'right' | 'wrong' | 'partly';
  readonly canSubmit: boolean;
  readonly onSubmit: () => void;
  readonly onAgain: () => void;
};

export function Verdict({ t, state, canSubmit, onSubmit, onAgain }: Props) {
  const words = { open: '', right: `✓ ${t.right}`, wrong: `✗ ${t.wrong}`, partly: `… ${t.partly}` };
  return (
    <div className="verdict" data-verdict={state}>
      {state === 'open' ? (
        <button type="button" className="button" disabled={!canSubmit} onClick={onSubmit}>
          {t.submit}
        </button>
      ) : (
        <button type="button" className="lab-link" onClick={onAgain}>
          {t.again}
        </button>
      )}
      <p role="status">{words[state]}</p>
    </div>
  );
}
