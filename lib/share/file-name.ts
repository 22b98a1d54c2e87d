/** File names that say what is in the file, in characters that every system takes. Without an ending. */
import type { SharedPath } from './path-code';
import type { Snapshot } from './snapshot-code';

export function pathFileName({ id, version, title }: SharedPath): string {
  return `layerwise-path-${plain(title) || id}-v${version}`;
}

export function snapshotFileName({ taken, name }: Snapshot): string {
  return ['layerwise-progress', plain(name ?? ''), taken].filter(Boolean).join('-');
}

/** Letters of any script and digits, the rest a hyphen; at most forty characters, none of them cut in half. */
function plain(text: string): string {
  const words = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return [...words]
    .slice(0, 40)
    .join('')
    .replace(/^-+|-+$/g, '');
}
