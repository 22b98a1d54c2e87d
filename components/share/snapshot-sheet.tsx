/** A snapshot of the learner's progress: the least goes in unless they say otherwise, and the words follow what they choose. */
'use client';
import { useId, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useProgress } from '@/components/progress/use-progress';
import type { Locale } from '@/lib/i18n/locale';
import { activeOrder } from '@/lib/paths/active-order';
import { activePath } from '@/lib/paths/owned-paths';
import { setPreference } from '@/lib/progress/actions';
import type { Aliases } from '@/lib/progress/aliases';
import { findValue, type Records } from '@/lib/progress/records';
import { tally } from '@/lib/progress/selectors';
import type { PathRef } from '@/lib/share/fields';
import { snapshotFileName } from '@/lib/share/file-name';
import { shareLimits } from '@/lib/share/limits';
import type { SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot, type Snapshot } from '@/lib/share/snapshot-code';
import { takeSnapshot } from '@/lib/share/take-snapshot';
import { Choice } from './choice';
import { Impossible } from './impossible';
import { strings } from './sheet-strings';
import { Ways } from './ways';

type Props = {
  readonly locale: Locale;
  readonly lessons: readonly number[];
  /** The path the lessons belong to. Without it the learner may choose the active one. */
  readonly path?: PathRef | undefined;
  readonly aliases: Aliases;
};

/** The name typed last, for a mentor's table knows learners by it. Stays out of the code until asked for. */
const namePreference = 'share-name';

export function SnapshotSheet({ locale, lessons, path, aliases }: Props) {
  const t = strings[locale];
  const id = useId();
  const records = useProgress((state) => state.records);
  const [now] = useState(() => new Date());
  const [name, setName] = useState(() => knownName(progress.getState().records));
  const [withName, setWithName] = useState(false);
  const [withDates, setWithDates] = useState(false);
  const [isOfRoad, setIsOfRoad] = useState(false);
  const active = path ? undefined : activePath(records)?.path;

  // The lessons that this build has: the percentage is the one that the learner's other screens show.
  const ofPath = active && !isOfRoad ? active : undefined;
  const ref = path ?? (ofPath && { id: ofPath.id, version: ofPath.version });
  const snapshot = takeSnapshot(records, ofPath ? activeOrder(records, lessons, aliases) : lessons, {
    now,
    name: withName ? name : '',
    withDates,
    ...(ref ? { path: ref } : {}),
  });
  const encoded = encodeSnapshot(snapshot);
  return (
    <>
      <p className="mt-2 text-soft">{t.intro}</p>
      {active && <Scope locale={locale} path={active} isOfRoad={isOfRoad} onChange={setIsOfRoad} />}
      <fieldset className="mt-4">
        <legend className="font-medium text-sm">{t.detail}</legend>
        <p className="flex min-h-9 items-center gap-2 text-sm">
          {t.states} <span className="text-faint">({t.always})</span>
        </p>
        <Choice isIn={withDates} onChange={setWithDates}>
          {t.dates}
        </Choice>
        <Choice isIn={withName} onChange={setWithName}>
          {t.withName}
        </Choice>
        {withName && (
          <label className="mt-1 grid gap-1 pl-6 text-sm">
            {t.name}
            <input
              className="field w-full"
              value={name}
              maxLength={shareLimits.name}
              autoComplete="name"
              aria-describedby={id}
              onChange={(event) => setName(event.target.value)}
              onBlur={() => {
                if (name.trim() !== knownName(records)) setPreference(progress, namePreference, name.trim() || null);
              }}
            />
            <span id={id} className="text-faint">
              {t.nameHint}
            </span>
          </label>
        )}
      </fieldset>
      <Contents locale={locale} snapshot={snapshot} />
      {encoded.ok ? (
        <Ways locale={locale} code={encoded.code} title={t.shareTitle} fileName={snapshotFileName(snapshot)} />
      ) : (
        <Impossible locale={locale} field={encoded.field} />
      )}
    </>
  );
}

function knownName(records: Records): string {
  const name = findValue(records, 'prefs', namePreference);
  return typeof name === 'string' ? name.slice(0, shareLimits.name) : '';
}

type ScopeProps = {
  readonly locale: Locale;
  readonly path: SharedPath;
  readonly isOfRoad: boolean;
  readonly onChange: (isOfRoad: boolean) => void;
};

function Scope({ locale, path, isOfRoad, onChange }: ScopeProps) {
  const t = strings[locale];
  const group = useId();
  const choices = [
    [false, path.title.trim() ? t.scopePath(path.title) : t.scopePathUntitled],
    [true, t.scopeRoad],
  ] as const;
  return (
    <fieldset className="mt-4">
      <legend className="font-medium text-sm">{t.scope}</legend>
      {choices.map(([value, words]) => (
        <label key={words} className="flex min-h-9 items-center gap-2 text-sm">
          <input
            type="radio"
            className="shrink-0"
            name={group}
            checked={isOfRoad === value}
            onChange={() => onChange(value)}
          />
          <bdi className="min-w-0">{words}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function Contents({ locale, snapshot }: { readonly locale: Locale; readonly snapshot: Snapshot }) {
  const t = strings[locale];
  const { percent } = tally(snapshot.lessons.map((lesson) => lesson.state));
  const dates = snapshot.lessons.filter((lesson) => lesson.changed !== undefined).length;
  const held = [
    t.holdStates(snapshot.lessons.length, percent),
    t.holdToday,
    ...(snapshot.path ? [t.holdPath] : []),
    ...(snapshot.name ? [t.holdName(snapshot.name)] : []),
    ...(dates > 0 ? [t.holdDates(dates)] : []),
  ];
  return (
    <div className="mt-4 grid gap-4 border-line border-y py-4 text-sm sm:grid-cols-2">
      {(
        [
          [t.holds, held],
          [t.never, t.neverList],
        ] as const
      ).map(([title, items]) => (
        <section key={title}>
          <h3 className="font-medium">{title}</h3>
          <ul className="mt-1 list-disc pl-5 text-soft tabular-nums">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
