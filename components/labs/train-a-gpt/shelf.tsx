/** The learner's models: use, name, download, delete with undo, import. */
'use client';
import { useState, useSyncExternalStore } from 'react';
import { modelList } from '@/components/labs/frame/model/model-list';
import { formatFixed } from '@/lib/format-number';
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
  MAX_CHECKPOINT_CHARACTERS,
  MAX_NAME,
} from '@/lib/ml/checkpoint';
import type { TrainStrings } from './strings';

type Props = {
  readonly t: TrainStrings;
  /** The finished model of this page, which can be taken along where nothing can be stored. */
  readonly made: Checkpoint | null;
};

export function Shelf({ t, made }: Props) {
  const { phase, list } = useSyncExternalStore(modelList.subscribe, modelList.get, modelList.atStart);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<{ readonly checkpoint: Checkpoint; readonly wasInUse: boolean } | null>(null);

  const importFile = async (file: File | undefined) => {
    if (!file) return;
    const problem = (name: string) => setSaid(t.problems[name] ?? t.problems.unreadable ?? '');
    // A character takes up to four bytes; what is longer cannot be a model and is not read at all.
    if (file.size > 4 * MAX_CHECKPOINT_CHARACTERS) return problem('too-large');
    const text = await file.text().catch(() => null);
    if (text === null) return problem('unreadable');
    const read = decodeCheckpoint(text);
    if (!read.ok) return problem(read.problem);
    const outcome = await modelList.save(read.checkpoint);
    if (outcome === 'saved') setSaid(t.imported(read.checkpoint.name));
    else problem(outcome);
  };
  const remove = async (checkpoint: Checkpoint) => {
    setRemoved({ checkpoint, wasInUse: checkpoint.id === list.current });
    await modelList.remove(checkpoint.id);
  };

  return (
    <section className="mt-6 border-t border-line pt-4" data-shelf={phase}>
      <h4 className="font-semibold">{t.shelfTitle}</h4>
      <p className="text-sm text-soft">{phase === 'blocked' ? t.blocked : t.shelfNote}</p>
      {phase === 'ready' && list.models.length === 0 && <p className="mt-2 text-sm">{t.empty}</p>}
      <ul className="mt-2 grid gap-3">
        {list.models.map(({ checkpoint }) => (
          <li key={checkpoint.id} className="flex flex-wrap items-center gap-2" data-model-id={checkpoint.id}>
            <input
              className="field min-w-0 flex-[1_1_10rem]"
              aria-label={t.rename}
              defaultValue={checkpoint.name}
              maxLength={MAX_NAME}
              onBlur={(event) => {
                const name = event.target.value.trim();
                if (name && name !== checkpoint.name) void modelList.rename(checkpoint.id, name);
                else event.target.value = checkpoint.name;
              }}
            />
            <span className="text-sm text-soft tabular-nums">
              {t.lossOf(formatFixed(checkpoint.validationLoss, 3))}
            </span>
            {checkpoint.id === list.current ? (
              <strong className="text-sm text-accent">✓ {t.inUse}</strong>
            ) : (
              <button type="button" className="button" onClick={() => void modelList.choose(checkpoint.id)}>
                {t.useIt}
              </button>
            )}
            <button type="button" className="button" onClick={() => download(checkpoint)}>
              {t.download}
            </button>
            <button type="button" className="button" onClick={() => void remove(checkpoint)}>
              {t.remove}
            </button>
          </li>
        ))}
      </ul>
      {list.unreadable > 0 && <p className="mt-2 text-sm text-soft">{t.unreadable(list.unreadable)}</p>}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <label className="button cursor-pointer focus-within:outline-2 focus-within:outline-accent">
          {t.importFile}
          <input
            type="file"
            accept="application/json,.json"
            className="sr-only"
            onChange={(event) => {
              void importFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        {phase === 'blocked' && made && (
          <button type="button" className="button" onClick={() => download(made)}>
            {t.download}
          </button>
        )}
        {removed && (
          <button
            type="button"
            className="lab-link"
            onClick={() => {
              void modelList.saveAside(removed.checkpoint, removed.wasInUse);
              setRemoved(null);
            }}
          >
            {t.undoRemove}
          </button>
        )}
        <span role="status" className="text-sm text-soft">
          {said}
        </span>
      </div>
    </section>
  );
}

function download(checkpoint: Checkpoint): void {
  const url = URL.createObjectURL(new Blob([encodeCheckpoint(checkpoint)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `layerwise-model-${checkpoint.id.slice(0, 8)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
