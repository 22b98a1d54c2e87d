/** What the editor is asked to open, after `#`: `edit=` and `copy=` a path, `from=` a starting point, `draft=` one not saved yet. */
export type DraftAddress = {
  readonly kind: 'edit' | 'copy' | 'from' | 'draft';
  /** A path's id; after `from`, `road` or the id of a stage or a career. */
  readonly id: string;
};

export function readDraftAddress(hash: string): DraftAddress | null {
  const [, kind, id] = /^#(edit|copy|from|draft)=([\w-]{1,80})$/.exec(hash) ?? [];
  return kind && id ? { kind: kind as DraftAddress['kind'], id } : null;
}

export function writeDraftAddress({ kind, id }: DraftAddress): string {
  return `#${kind}=${id}`;
}
