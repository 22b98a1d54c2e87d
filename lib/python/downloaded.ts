/** Whether Python has run on this device before, so that starting it early is free. A hint, never relied upon. */
const key = 'layerwise:python';

export function hasPython(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

export function rememberPython(): void {
  try {
    localStorage.setItem(key, 'yes');
  } catch {
    // Storage is blocked or full: the next visit asks before it downloads, nothing else.
  }
}
