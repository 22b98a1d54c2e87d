/** The address the editor itself has written, told apart from one that somebody followed or typed. */
let written: string | null = null;

export function writeHash(hash: string): void {
  written = hash;
  if (location.hash === hash) return;
  try {
    window.history.replaceState(window.history.state, '', `${location.pathname}${location.search}${hash}`);
  } catch {
    // Safari refuses after a hundred changes in half a minute: the address then names an earlier draft.
  }
}

/** Calls back when another address is asked for. Returns how to stop. */
export function followHash(onAsk: () => void): () => void {
  const follow = () => {
    if (location.hash === written) return;
    written = null;
    onAsk();
  };
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
}
