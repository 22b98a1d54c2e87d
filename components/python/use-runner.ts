/** State of running: starting Python with progress, running, stopping, the last outcome. */
import { useEffect, useRef, useState } from 'react';
import { basePath } from '@/lib/i18n/routes';
import { type BootProgress, getPythonClient } from '@/lib/python/client';
import { hasPython, rememberPython } from '@/lib/python/downloaded';
import type { RunEvent, RunFiles, RunMode, RunOutcome } from '@/lib/python/protocol';

export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'booting'; readonly progress: BootProgress | null }
  | { readonly kind: 'running'; readonly mode: RunMode; readonly test: string | null; readonly output: string }
  | { readonly kind: 'failed'; readonly message: string };

export type Finished = { readonly mode: RunMode; readonly outcome: RunOutcome; readonly unfinished: string | null };

export function useRunner() {
  const client = getPythonClient(`${basePath}/python/`);
  const [activity, setActivity] = useState<Activity>({ kind: 'idle' });
  const [finished, setFinished] = useState<Finished | null>(null);
  const busy = useRef(false);

  useEffect(() => {
    // Where the files are on this device already, starting early costs no data and makes the first run quick.
    if (hasPython()) void client.boot().catch(() => undefined);
  }, [client]);

  async function run(mode: RunMode, files: RunFiles): Promise<Finished | null> {
    if (busy.current) return null;
    busy.current = true;
    let test: string | null = null;
    try {
      if (!client.isReady()) {
        setActivity({ kind: 'booting', progress: null });
        await client.boot((progress) => setActivity({ kind: 'booting', progress }));
        rememberPython();
      }
      setActivity({ kind: 'running', mode, test: null, output: '' });
      const onEvent = (event: RunEvent) => {
        if (event.kind === 'start') test = event.name;
        if (event.kind === 'test') test = null;
        setActivity((now) => (now.kind === 'running' ? advance(now, event) : now));
      };
      const outcome = await client.run(files, { mode, onEvent });
      const done = { mode, outcome, unfinished: outcome.status === 'finished' ? null : test };
      setFinished(done);
      setActivity({ kind: 'idle' });
      return done;
    } catch (error) {
      const cancelled = error instanceof DOMException && error.name === 'AbortError';
      setActivity(cancelled ? { kind: 'idle' } : { kind: 'failed', message: String(error) });
      return null;
    } finally {
      busy.current = false;
    }
  }

  return {
    activity,
    finished,
    run,
    stop: () => (activity.kind === 'booting' ? client.cancelBoot() : client.cancel()),
  };
}

function advance(now: Extract<Activity, { kind: 'running' }>, event: RunEvent): Activity {
  if (event.kind === 'output') return { ...now, output: now.output + event.text };
  if (event.kind === 'start') return { ...now, test: event.name };
  return now;
}
