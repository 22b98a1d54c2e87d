/** The bar at the foot of the screen, within a thumb's reach: back a step, on to the other side, save. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import { routes } from '@/lib/i18n/routes';
import type { DraftHistory } from '@/lib/paths/draft-history';
import type { Desk } from './desk';
import type { Keeping } from './use-draft';
import type { Saving } from './use-save';

type Props = {
  readonly desk: Desk;
  readonly history: DraftHistory;
  readonly keeping: Keeping;
  readonly saving: Saving;
  readonly view: 'path' | 'lessons';
  readonly on: {
    readonly travel: (way: 'undo' | 'redo') => void;
    readonly turn: (view: 'path' | 'lessons') => void;
  };
};

export function EditBar({ desk, history, keeping, saving, view, on }: Props) {
  const { t, locale, draft, say } = desk;
  const { isOpen, problem, path } = saving;
  const state =
    saving.outcome === 'too-large'
      ? t.finish.notSaved
      : !isOpen
        ? t.finish.saved(path.version)
        : { quiet: '', kept: t.bar.kept, 'not-kept': t.bar.unkept }[keeping];
  const next = draft.base === null ? t.finish.save : t.finish.saveAs(path.version);
  const name = isOpen ? next : t.finish.saved(path.version);
  const isOff = !isOpen || problem !== null;
  const save = () => {
    if (saving.save()) say(t.say.saved(path.version));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a few buttons are no form
    <div
      role="group"
      aria-label={t.bar.label}
      data-editor="bar"
      className="sticky bottom-0 z-20 -mx-4 mt-10 flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-t bg-paper px-4 py-2 sm:gap-x-4"
    >
      <TravelButton
        name={t.bar.undo}
        isOff={history.past.length === 0}
        turns="left"
        onPress={() => on.travel('undo')}
      />
      <TravelButton
        name={t.bar.redo}
        isOff={history.future.length === 0}
        turns="right"
        onPress={() => on.travel('redo')}
      />
      <p role="status" className="order-last basis-full text-faint text-sm sm:order-none sm:flex-1 sm:basis-0">
        {state}
        {!isOpen && (
          <>
            {t.separator}
            <SiteLink className="inline-block py-0.5 underline underline-offset-4" href={routes.paths(locale)}>
              {t.myPaths}
            </SiteLink>
          </>
        )}
      </p>
      <span className="flex flex-1 justify-end gap-2 sm:flex-none">
        <button
          type="button"
          className="button lg:hidden"
          onClick={() => on.turn(view === 'path' ? 'lessons' : 'path')}
        >
          {view === 'path' ? t.bar.add : t.bar.back(draft.lessons.length)}
        </button>
        <button
          type="button"
          className={isOff ? 'button border-line text-faint' : 'button button-primary'}
          // Stays focusable: whoever has just saved has the focus here.
          aria-disabled={isOff}
          aria-label={name}
          onClick={() => !isOff && save()}
        >
          <span className="sm:hidden">{isOpen ? t.bar.save : t.bar.saved}</span>
          <span className="hidden sm:inline">{isOpen ? name : t.bar.saved}</span>
        </button>
      </span>
    </div>
  );
}

type TravelProps = {
  readonly name: string;
  readonly isOff: boolean;
  readonly turns: 'left' | 'right';
  readonly onPress: () => void;
};

/** Stays focusable when there is nothing left to take back. */
function TravelButton({ name, isOff, turns, onPress }: TravelProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={isOff}
      className={`grid size-9 shrink-0 place-items-center rounded-sm ${isOff ? 'text-line' : 'text-soft hover:text-ink'}`}
      onClick={() => !isOff && onPress()}
    >
      <svg
        viewBox="0 0 16 16"
        width="18"
        height="18"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <path
          d={
            turns === 'left'
              ? 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6'
              : 'm10.5 3 3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4'
          }
        />
      </svg>
    </button>
  );
}
