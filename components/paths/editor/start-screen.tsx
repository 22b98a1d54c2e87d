/** Where a path can start: from nothing, from a part of the road, from a path one has, or from where one left off. */
'use client';
import { type ReactNode, useState } from 'react';
import { useProgress } from '@/components/progress/use-progress';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { type Draft, editOf, newDraft, type PathContent } from '@/lib/paths/draft';
import { type Opening, openCopy, startingPoint } from '@/lib/paths/draft-opening';
import { type DraftRoad, minutesOfRoad } from '@/lib/paths/draft-road';
import { dropDraft, type KeptDraft, keepDraft, readDrafts } from '@/lib/paths/draft-storage';
import { listPaths } from '@/lib/paths/owned-paths';
import { browserBackend } from '@/lib/progress/storage';
import { momentWords, nameOf } from './desk';
import { randomPathId } from './random-path-id';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly road: DraftRoad;
  /** The address asked for something that is not here. */
  readonly missing: boolean;
  readonly discarded: Draft | undefined;
  readonly onOpen: (opening: Opening) => void;
};

export function StartScreen({ locale, road, missing, discarded, onOpen }: Props) {
  const t = strings[locale];
  const records = useProgress((state) => state.records);
  const paths = listPaths(records);
  const minutes = minutesOfRoad(road);
  const sizeOf = (ids: readonly number[]) =>
    [t.lessons(ids.length), t.time(ids.reduce((sum, id) => sum + (minutes[id] ?? 0), 0))].join(t.separator);
  const onNew = (content: Partial<PathContent>) => onOpen({ draft: newDraft(randomPathId(), content), origin: 'new' });
  const begin = (id: string) => onNew(startingPoint(road, id) ?? {});
  const inStage = (id: string) => road.lessons.filter(({ stage }) => stage === id).map((lesson) => lesson.id);
  const stages = road.stages.filter(({ id }) => inStage(id).length > 0);
  const careers = road.careers.filter(({ lessons }) => lessons.length > 0);

  return (
    <div className="mt-6 grid max-w-3xl gap-8" data-editor="start">
      {missing && (
        <p role="alert" className="border-warn border-l-2 bg-warn-wash px-4 py-3">
          {t.start.missing}
        </p>
      )}
      <Unfinished locale={locale} discarded={discarded} onOpen={onOpen} />
      <section>
        <h2 className="mb-2 border-line border-b pb-1 font-semibold">{t.start.title}</h2>
        <ul>
          <Choice name={t.start.empty} hint={t.start.emptyHint} onChoose={() => onNew({})} />
          <Choice name={t.start.road} hint={sizeOf(road.lessons.map(({ id }) => id))} onChoose={() => begin('road')} />
        </ul>
        <Group title={t.start.stages}>
          {stages.map(({ id, title }) => (
            <Choice key={id} stage={id} name={title} hint={sizeOf(inStage(id))} onChoose={() => begin(id)} />
          ))}
        </Group>
        {careers.length > 0 && (
          <Group title={t.start.careers}>
            {careers.map(({ id, name, lessons, planned }) => (
              <Choice
                key={id}
                name={name}
                hint={[sizeOf(lessons), planned > 0 ? t.start.planned(planned) : ''].filter(Boolean).join(t.separator)}
                onChoose={() => begin(id)}
              />
            ))}
          </Group>
        )}
      </section>
      {paths.length > 0 && (
        <section>
          <h2 className="mb-2 border-line border-b pb-1 font-semibold">{t.start.mine}</h2>
          <ul>
            {paths.map((owned) => {
              const { path, own } = owned;
              const title = nameOf(t, path.title);
              const copy = () => onOpen(openCopy(owned, randomPathId(), t.copyTitle));
              return (
                <Row key={path.id} title={title} hint={t.lessons(path.lessons.length)}>
                  {own && (
                    <button
                      type="button"
                      className="button"
                      aria-label={t.start.editOf(title)}
                      onClick={() => onOpen({ draft: editOf(path), origin: 'edit' })}
                    >
                      {t.start.edit}
                    </button>
                  )}
                  <button type="button" className="button" aria-label={t.start.copyOf(title)} onClick={copy}>
                    {t.start.copy}
                  </button>
                </Row>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

function Unfinished({ locale, discarded: given, onOpen }: Pick<Props, 'locale' | 'discarded' | 'onOpen'>) {
  const t = strings[locale];
  const [drafts, setDrafts] = useState(() => readDrafts(browserBackend));
  const [discarded, setDiscarded] = useState(given);
  if (drafts.length === 0 && !discarded) return null;
  const discard = (kept: KeptDraft) => {
    dropDraft(browserBackend, kept.draft.id, kept.changed);
    setDiscarded(kept.draft);
    setDrafts(readDrafts(browserBackend));
  };
  const bringBack = (draft: Draft) => {
    keepDraft(browserBackend, draft, Date.now(), undefined);
    setDiscarded(undefined);
    setDrafts(readDrafts(browserBackend));
  };
  return (
    <section>
      <h2 className="mb-2 border-line border-b pb-1 font-semibold">{t.start.drafts}</h2>
      <div role="status">
        {discarded && (
          <p className="flex flex-wrap items-center gap-3 py-1 text-sm text-soft">
            {t.start.discarded(nameOf(t, discarded.title))}
            <button type="button" className="button" onClick={() => bringBack(discarded)}>
              {t.start.bringBack}
            </button>
          </p>
        )}
      </div>
      <ul>
        {drafts.map((kept) => {
          const { draft, changed } = kept;
          const title = nameOf(t, draft.title);
          const hint = [t.lessons(draft.lessons.length), t.start.keptOn(momentWords(languageTag[locale], changed))];
          return (
            <Row key={draft.id} title={title} hint={hint.join(t.separator)}>
              <button
                type="button"
                className="button button-primary"
                aria-label={t.start.resumeOf(title)}
                onClick={() => onOpen({ draft, origin: 'kept', seen: changed })}
              >
                {t.start.resume}
              </button>
              <button
                type="button"
                className="button"
                aria-label={t.start.discardOf(title)}
                onClick={() => discard(kept)}
              >
                {t.start.discard}
              </button>
            </Row>
          );
        })}
      </ul>
    </section>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h3 className="mt-4 text-sm text-soft">{title}</h3>
      <ul>{children}</ul>
    </>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly hint: string;
  readonly stage?: string;
  readonly onChoose: () => void;
};

function Choice({ name, hint, stage, onChoose }: ChoiceProps) {
  return (
    <li data-stage={stage} className="border-line border-b">
      <button
        type="button"
        className="flex min-h-11 w-full flex-wrap items-baseline gap-x-4 border-accent border-l-2 py-2 pl-3 text-start hover:bg-accent-wash"
        onClick={onChoose}
      >
        <span className="flex-1 basis-40 font-medium">{name}</span>
        <span className="text-sm text-soft tabular-nums">{hint}</span>
      </button>
    </li>
  );
}

function Row({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-2 border-line border-b py-2">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-medium">{title}</bdi>
        <span className="block text-sm text-soft tabular-nums">{hint}</span>
      </span>
      {children}
    </li>
  );
}
