/** Says when a lab's goal has been met. Empty until then: nobody is behind. */
'use client';
import { useRecord } from './use-progress';

export function GoalMark({ id, label }: { readonly id: string; readonly label: string }) {
  const met = useRecord('goals', id) !== undefined;
  return (
    <p className="goal-mark" data-goal={met ? 'met' : 'open'}>
      {met && `✓ ${label}`}
    </p>
  );
}
