/** What is going on: a download in bytes that can be cancelled, the start, a run that can be stopped. */
import { megabytes } from './bytes';
import type { Activity } from './use-runner';
import type { WorkbenchStrings } from './workbench-strings';

type Props = {
  readonly t: WorkbenchStrings;
  readonly activity: Activity;
  readonly onStop: () => void;
};

export function ActivityLine({ t, activity, onStop }: Props) {
  if (activity.kind === 'idle') return null;
  if (activity.kind === 'failed') {
    return (
      <div role="alert" className="rounded-md border border-bad bg-bad-wash p-3 text-sm">
        <p>{t.bootFailed}</p>
        <p className="mt-1 break-words font-mono text-soft text-xs">{activity.message}</p>
      </div>
    );
  }
  const text = activity.kind === 'booting' ? bootText(t, activity) : runText(t, activity);
  const downloading = activity.kind === 'booting' && activity.progress?.phase === 'download' ? activity.progress : null;
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <span className="tabular-nums">{text}</span>
        <button type="button" className="button" onClick={onStop}>
          {activity.kind === 'booting' ? t.cancel : t.stop}
        </button>
      </div>
      {downloading && (
        <progress className="w-full" value={downloading.loaded} max={downloading.total} aria-label={text} />
      )}
      {activity.kind === 'running' && activity.output && (
        <pre className="max-h-60 overflow-auto rounded-sm bg-sunken p-3 font-mono text-sm">{activity.output}</pre>
      )}
    </div>
  );
}

function bootText(t: WorkbenchStrings, { progress }: Extract<Activity, { kind: 'booting' }>) {
  if (progress?.phase !== 'download') return t.starting;
  return t.downloading(megabytes(progress.loaded), megabytes(progress.total));
}

function runText(t: WorkbenchStrings, activity: Extract<Activity, { kind: 'running' }>) {
  return activity.test ? t.runningTest(activity.test) : t.running;
}
