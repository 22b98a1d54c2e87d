/** Opens the map of concepts to choose on. It is fetched when it is first asked for. */
'use client';
import { type ComponentType, useState } from 'react';
import type { ConceptField } from './concept-field';
import type { Desk } from './desk';
import type { MapDialogProps } from './map-dialog';

type Props = { readonly desk: Desk; readonly field: ConceptField; readonly on: MapDialogProps['on'] };

export function MapButton({ desk, field, on }: Props) {
  const { t } = desk;
  const [Dialog, setDialog] = useState<ComponentType<MapDialogProps>>();
  const [phase, setPhase] = useState<'closed' | 'loading' | 'failed' | 'open'>('closed');

  async function open(): Promise<void> {
    setPhase('loading');
    try {
      const { MapDialog } = await import('./map-dialog');
      setDialog(() => MapDialog);
      setPhase('open');
    } catch {
      setPhase('failed');
    }
  }

  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" aria-busy={phase === 'loading'} onClick={open}>
        {phase === 'loading' ? t.pick.mapLoading : t.pick.map}
      </button>
      <p role="status" className="text-bad empty:hidden">
        {phase === 'failed' && t.pick.mapFailed}
      </p>
      {Dialog && phase === 'open' && <Dialog desk={desk} field={field} on={on} onClose={() => setPhase('closed')} />}
    </>
  );
}
