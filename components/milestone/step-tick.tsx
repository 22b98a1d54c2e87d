/** The learner's word that a step is done. */
'use client';
import { progress } from '@/components/progress/progress-store';
import { useProgress } from '@/components/progress/use-progress';
import { isStepDone, setStep } from '@/lib/milestone/steps';

export function StepTick({ record, label }: { readonly record: string; readonly label: string }) {
  const isDone = useProgress(({ records }) => isStepDone(records, record));
  return (
    <label className="flex min-h-9 cursor-pointer items-start gap-3.5 font-prose text-lg font-semibold">
      <input
        type="checkbox"
        className="mt-1.5 flex-none"
        checked={isDone}
        onChange={({ target }) => setStep(progress, record, target.checked)}
      />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
