/** Every kind of thing that is stored, largest matter first, with what it is for and the way to be rid of it. */
'use client';
import { useRef, useState } from 'react';
import { formatBytes } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import type { Row } from '@/lib/stored/rows';
import { canStore } from './browser-stores';
import { DeleteEverything } from './delete-everything-panel';
import { deleteRow, type PutBack } from './delete-row';
import { StorageFacts } from './storage-facts';
import { StoredRow } from './stored-row';
import { strings } from './strings';
import { useInventory } from './use-inventory';

/** A deletion that can be taken back here. */
type Deleted = { readonly name: string; readonly putBack: PutBack };

export function StoredPage({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const { inventory, refresh } = useInventory();
  const [deleted, setDeleted] = useState<readonly Deleted[]>([]);
  const [message, setMessage] = useState('');
  const said = useRef<HTMLDivElement>(null);
  if (!inventory) {
    return (
      <p role="status" className="mt-6 text-soft">
        {t.looking}
      </p>
    );
  }
  const { rows, caches } = inventory;
  const total = rows.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);

  async function remove(row: Row) {
    const name = t.names[row.kind];
    try {
      const putBack = await deleteRow(row);
      setMessage(putBack ? '' : t.deleted(name));
      if (putBack) setDeleted((before) => [...before, { name, putBack }]);
    } catch {
      setMessage(t.failed);
    }
    // The row with the pressed button goes.
    said.current?.focus();
    await refresh();
  }

  async function restore(one: Deleted) {
    await one.putBack();
    setDeleted((before) => before.filter((each) => each !== one));
    setMessage(t.putBackDone(one.name));
    said.current?.focus();
    await refresh();
  }

  return (
    <>
      <div className="mt-6 border-t border-line pt-4">
        <p className="text-lg font-medium tabular-nums">
          {rows.length > 0 ? t.total(formatBytes(total)) : canStore() ? t.nothing : t.blocked}
        </p>
        {canStore() && <StorageFacts locale={locale} bytes={total} />}
      </div>
      <div ref={said} tabIndex={-1} role="status" className="mt-4 text-sm outline-none">
        {message && <p className="border-s-2 border-accent ps-3">{message}</p>}
        {deleted.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same kind may be deleted twice
          <p key={`${one.name}${i}`} className="flex flex-wrap items-center gap-x-4 border-s-2 border-accent ps-3">
            {t.deleted(one.name)}
            <button type="button" className="min-h-9 underline underline-offset-4" onClick={() => restore(one)}>
              {t.putBack}
            </button>
          </p>
        ))}
      </div>
      <ul className="mt-6">
        {rows.map((row) => (
          <StoredRow key={row.id} locale={locale} row={row} caches={caches} onDelete={() => remove(row)} />
        ))}
      </ul>
      {rows.length > 0 && <DeleteEverything locale={locale} />}
    </>
  );
}
