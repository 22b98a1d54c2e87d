/**
 * Where a path that was opened can be added. Comparing it with the learner's own and its many words come when there is a path to
 * add: whoever opens a snapshot does not load them.
 */
'use client';
import { type ComponentType, useEffect, useState } from 'react';
import type { AddPathProps } from './add-path';
import { strings } from './button-strings';

type Loaded = { readonly AddPath: ComponentType<AddPathProps> } | 'failed';

export function AddPathSlot(props: AddPathProps) {
  const t = strings[props.locale];
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => load(setLoaded), []);

  if (loaded === undefined) return <div className="mt-5 min-h-20" />;
  if (loaded !== 'failed') return <loaded.AddPath {...props} />;
  return (
    <p role="status" className="mt-5 flex flex-wrap items-center gap-3 text-sm text-warn">
      {t.failed}
      <button type="button" className="button" onClick={() => load(setLoaded)}>
        {t.again}
      </button>
    </p>
  );
}

function load(show: (loaded: Loaded) => void): void {
  import('./add-path').then(
    ({ AddPath }) => show({ AddPath }),
    () => show('failed'),
  );
}
