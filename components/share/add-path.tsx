/** The part of the share page that stores something, when it is told to. What the learner already has is compared, never replaced unasked. */
'use client';
import { useEffect, useRef, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import type { Locale } from '@/lib/i18n/locale';
import { joinSentences } from '@/lib/i18n/sentences';
import { newPathId, pathIdBytes } from '@/lib/paths/draft';
import type { Records } from '@/lib/progress/records';
import { type AdoptOutcome, adoptCopy, adoptPath, standing } from '@/lib/share/adopt-path';
import type { SharedPath } from '@/lib/share/path-code';
import { mayReplace } from '@/lib/share/path-diff';
import { findLesson, matchLessons, type ShareRoad } from '@/lib/share/road-view';
import { addStrings } from './add-strings';
import { changeStrings } from './change-strings';
import { NextSteps } from './next-steps';
import { PathChanges } from './path-changes';

export type AddPathProps = {
  readonly locale: Locale;
  readonly path: SharedPath;
  readonly road: ShareRoad;
  readonly records: Records;
};

type Done = { readonly outcome: AdoptOutcome; readonly id: string };

export function AddPath({ locale, path, road, records }: AddPathProps) {
  const t = addStrings[locale];
  const [done, setDone] = useState<Done>();
  const box = useRef<HTMLDivElement>(null);
  const { relation, diff, mine, own } = standing(records, path);
  const isDone = done !== undefined && done.outcome !== 'unchanged' && done.outcome !== 'tooLarge';
  const canReplace = mayReplace(relation);
  const isForeign = relation === 'older' || relation === 'conflict';
  const words = {
    new: '',
    same: t.same,
    lighter: t.lighter,
    fuller: t.fuller,
    newer: t.newer(mine?.version ?? 0),
    older: t.older(mine?.version ?? 0),
    conflict: mine ? t.conflict : t.unreadable,
  }[relation];
  // The pressed button is gone: whoever works by keyboard goes on from here.
  useEffect(() => {
    if (isDone) box.current?.focus();
  }, [isDone]);

  const add = () => setDone({ outcome: adoptPath(progress, path), id: path.id });
  function addCopy(): void {
    const id = newPathId(crypto.getRandomValues(new Uint8Array(pathIdBytes)));
    setDone({ outcome: adoptCopy(progress, path, { id, title: t.copyTitle(path.title.trim() || t.untitled) }), id });
  }

  return (
    <div ref={box} tabIndex={-1} data-add={relation} className="mt-5 grid justify-items-start gap-3 outline-none">
      <p role="status" className="font-medium empty:hidden">
        {done && done.outcome !== 'unchanged' ? t.outcome[done.outcome] : words}
      </p>
      {!isDone && mine && (canReplace || isForeign) && (
        <PathChanges
          locale={locale}
          view={canReplace ? 'changes' : 'differs'}
          diff={diff}
          titleOf={(id) => findLesson(road, id)?.title ?? changeStrings[locale].unknownLesson(id)}
        />
      )}
      {!isDone && (relation === 'new' || canReplace) && (
        <>
          <button type="button" className="button button-primary" onClick={add}>
            {relation === 'new' ? t.add : relation === 'newer' ? t.update(path.version) : t.fill}
          </button>
          <p className="text-sm text-soft">
            {joinSentences(locale, [relation === 'new' ? t.addHint : t.updateHint, own && t.ownHint])}
          </p>
        </>
      )}
      {!isDone && (isForeign || relation === 'newer') && (
        <>
          <button type="button" className="button" onClick={addCopy}>
            {isForeign ? t.copy : t.copyInstead}
          </button>
          <p className="text-sm text-soft">{t.copyHint}</p>
        </>
      )}
      {(isDone || (relation !== 'new' && !canReplace)) && (
        <NextSteps
          locale={locale}
          id={isForeign && !isDone ? undefined : (done?.id ?? path.id)}
          lessons={matchLessons(road, path.lessons).known.map(({ lesson }) => lesson)}
          records={records}
        />
      )}
    </div>
  );
}
