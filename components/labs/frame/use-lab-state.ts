/** The state of a lab: the values of its table, with undo, reset, and a home in the URL or the session. */
'use client';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { completeValues, decodeParams, encodeParams, type ParamTable, type ParamValues } from '@/lib/labs/params';

type Values = Readonly<Record<string, unknown>>;
type State = {
  readonly values: Values;
  readonly past: readonly Values[];
  readonly lastKey: string;
  readonly lastAt: number;
};
type Action =
  | { readonly type: 'set'; readonly values: Values; readonly key: string; readonly at: number }
  | { readonly type: 'undo' }
  | { readonly type: 'load'; readonly values: Values };

const UNDO_DEPTH = 100;
const SAME_GESTURE_MS = 1000;

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'load':
      return { values: action.values, past: [], lastKey: '', lastAt: 0 };
    case 'undo': {
      const previous = state.past.at(-1);
      return previous ? { values: previous, past: state.past.slice(0, -1), lastKey: '', lastAt: 0 } : state;
    }
    case 'set': {
      const sameGesture = action.key === state.lastKey && action.at - state.lastAt < SAME_GESTURE_MS;
      const past = sameGesture ? state.past : [...state.past, state.values].slice(-UNDO_DEPTH);
      return { values: action.values, past, lastKey: action.key, lastAt: action.at };
    }
  }
}

const sessionKey = (id: string) => `layerwise:lab:${id}`;

function readSession(id: string): string | null {
  try {
    return sessionStorage.getItem(sessionKey(id));
  } catch {
    return null;
  }
}

function writeSession(id: string, query: string): void {
  try {
    sessionStorage.setItem(sessionKey(id), query);
  } catch {
    // Storage is blocked or full: the lab still works, it only forgets when the page closes.
  }
}

export function useLabState<T extends ParamTable>(
  core: { readonly id: string; readonly params: T },
  { start, standalone }: { start?: Readonly<Record<string, unknown>> | undefined; standalone?: boolean | undefined },
) {
  const initial = useMemo(() => completeValues(core.params, start ?? {}), [core, start]);
  const [state, dispatch] = useReducer(reduce, { values: initial, past: [], lastKey: '', lastAt: 0 });
  const values = state.values as ParamValues<T>;
  const loaded = useRef(false);
  const changed = useRef(false);

  useEffect(() => {
    const stored = standalone ? window.location.search.slice(1) : readSession(core.id);
    if (stored) dispatch({ type: 'load', values: decodeParams(core.params, stored) });
    loaded.current = true;
  }, [core, standalone]);

  useEffect(() => {
    // Once something was changed, the way back to the start is written too: a reload must not bring the change back.
    if (values !== initial) changed.current = true;
    if (!loaded.current || !changed.current) return;
    const query = encodeParams(core.params, values);
    // An empty query would read as "nothing stored" and bring back the lesson's start values.
    if (!standalone) return writeSession(core.id, query || '-');
    // Browsers allow few history writes a second: a dragged slider is written once it rests.
    const timer = setTimeout(() => {
      const url = `${window.location.pathname}${query ? `?${query}` : ''}${window.location.hash}`;
      window.history.replaceState(window.history.state, '', url);
    }, 250);
    return () => clearTimeout(timer);
  }, [core, values, initial, standalone]);

  const set = useCallback(
    (change: Partial<ParamValues<T>>) => {
      const next = completeValues(core.params, { ...values, ...change });
      if (encodeParams(core.params, next) === encodeParams(core.params, values)) return;
      dispatch({ type: 'set', values: next, key: Object.keys(change).join(), at: performance.now() });
    },
    [core, values],
  );
  const reset = useCallback(() => dispatch({ type: 'set', values: initial, key: 'reset', at: 0 }), [initial]);
  const undo = useCallback(() => dispatch({ type: 'undo' }), []);

  return { values, set, reset, undo, canUndo: state.past.length > 0, touched: state.past.length > 0 };
}
