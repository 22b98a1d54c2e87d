/** What can be downloaded, a line each: the stages in the languages chosen, what lies beside the road, Python. */
'use client';
import { useState } from 'react';
import { type Locale, locales } from '@/lib/i18n/locale';
import type { DownloadState } from '@/lib/offline/downloads';
import { pythonGroup, restStage, stageGroup } from '@/lib/offline/wanted';
import { DownloadAll } from './download-all';
import { DownloadRow } from './download-row';
import type { OfflineRoad } from './offline-road';
import { strings } from './strings';

type Props = { readonly locale: Locale; readonly road: OfflineRoad; readonly state: DownloadState };

export function DownloadList({ locale, road, state }: Props) {
  const t = strings[locale];
  const [chosen, setChosen] = useState<readonly Locale[]>([locale]);
  const ofStage = (stage: string) =>
    chosen.map((one) => stageGroup(one, stage)).filter((name) => state.device?.index.groups.has(name));
  const rows = [
    ...road.stages.map(({ id, title }) => {
      const lessons = road.lessons.filter(({ stage }) => stage === id).length;
      return { id, title, hint: t.lessons(lessons), groups: lessons > 0 ? ofStage(id) : [] };
    }),
    { id: restStage, title: t.rest, hint: t.restHint, groups: ofStage(restStage) },
    { id: pythonGroup, title: t.python, hint: t.pythonHint, groups: [pythonGroup] },
  ];
  return (
    <>
      <fieldset className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
        <legend className="sr-only">{t.language}</legend>
        {locales.map((one) => (
          <label key={one} className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              // One language there must be.
              disabled={chosen.length === 1 && chosen[0] === one}
              onChange={() => setChosen(locales.filter((other) => chosen.includes(other) !== (other === one)))}
            />
            {t.languages[one]}
          </label>
        ))}
      </fieldset>
      <ul>
        {rows.map(({ id, title, hint, groups }) => (
          <DownloadRow key={id} locale={locale} name={title} hint={hint} groups={groups} state={state} />
        ))}
      </ul>
      <DownloadAll locale={locale} rows={rows.map(({ groups }) => groups)} state={state} />
    </>
  );
}
