/** What progress from elsewhere would change here, and the press that merges it. Nothing happens before that. */
'use client';
import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { joinSentences } from '@/lib/i18n/sentences';
import { changesAnything, previewImport } from '@/lib/progress/exchange';
import type { Incoming } from './incoming';
import { isKnownRecord } from './known-record';
import { meStrings } from './me-strings';
import { progress } from './progress-store';
import { addStoredModels, listStoredModels } from './stored-models';
import { useProgress } from './use-progress';

type Props = {
  readonly incoming: Incoming;
  readonly locale: Locale;
  /** Lessons that this version has. */
  readonly lessons: readonly { readonly id: number }[];
  /** With what to say afterwards; an empty text when the learner thought better of it. */
  readonly onDone: (message: string) => void;
};

export function MePreview({ incoming, locale, lessons, onDone }: Props) {
  const t = meStrings[locale];
  const records = useProgress((state) => state.records);
  const newModels = useNewModels(incoming);
  const ids = new Set(lessons.map(({ id }) => String(id)));
  const { added, newer, older, same, unknown } = previewImport(records, incoming.records, isKnownRecord(ids));
  const rows = [
    [t.added, added],
    [t.newer, newer],
    [t.older, older],
    [t.same, same],
    ...(incoming.models.length > 0 ? [[t.newModels(incoming.models.length), newModels?.length ?? '…'] as const] : []),
  ] as const;
  const isUseful = changesAnything(records, incoming.records) || (newModels !== null && newModels.length > 0);

  async function merge() {
    progress.absorb(incoming.records, { act: incoming.act });
    const words = [t.merged];
    // Looked up once more: another tab may have brought them since.
    const missing = incoming.models.length > 0 ? await missingModels(incoming.models) : [];
    const kept = missing.length > 0 ? await addStoredModels(missing) : 0;
    if (kept > 0) words.push(t.modelsKept(kept));
    if (kept < missing.length) words.push(t.modelsLeft(missing.length - kept));
    onDone(joinSentences(locale, words));
  }

  return (
    <div className="my-2 border-s-2 border-accent ps-4" data-preview={incoming.act}>
      <h3 className="text-sm font-medium wrap-anywhere">{t.importTitle(incoming.name)}</h3>
      <dl className="my-2 grid gap-1 text-sm">
        {rows.map(([name, count]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="text-soft">{name}</dt>
            <dd className="tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      {unknown > 0 && <p className="text-sm text-soft">{t.unknown(unknown)}</p>}
      {incoming.problems > 0 && <p className="text-sm text-warn">{t.problems(incoming.problems)}</p>}
      {!isUseful && <p className="text-sm">{t.nothingNew}</p>}
      <div className="mt-3 flex gap-2">
        {isUseful && (
          <button type="button" className="button button-primary" onClick={merge}>
            {t.merge}
          </button>
        )}
        <button type="button" className="button" onClick={() => onDone('')}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}

/** The models that are not here yet; null until that is known. */
function useNewModels({ models }: Incoming): Incoming['models'] | null {
  const [missing, setMissing] = useState<Incoming['models'] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (models.length > 0) missingModels(models).then((found) => isCurrent && setMissing(found));
    return () => {
      isCurrent = false;
    };
  }, [models]);
  return missing;
}

/** The same weights have the same id everywhere. */
async function missingModels(models: Incoming['models']): Promise<Incoming['models']> {
  const here = new Set((await listStoredModels()).map(({ checkpoint }) => checkpoint.id));
  return models.filter(({ checkpoint }) => !here.has(checkpoint.id));
}
