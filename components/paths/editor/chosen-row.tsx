/** One lesson of the path: its handle, its place, what it asks for, and, when opened, its date and note. */
'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import { lessonOf } from '@/lib/paths/draft-road';
import type { OrderWarning } from '@/lib/paths/prerequisites';
import type { PathLesson } from '@/lib/share/path-code';
import { type Desk, dueWords, titleOf } from './desk';
import { RowDetails } from './row-details';

export type RowPart = 'handle' | 'up' | 'down' | 'details';

type Props = {
  readonly desk: Desk;
  readonly lesson: PathLesson;
  /** From 0. */
  readonly at: number;
  readonly look: {
    readonly isOpen: boolean;
    readonly isHeld: boolean;
    readonly isDragged: boolean;
    /** A dragged row would land here. */
    readonly drop: 'before' | 'after' | undefined;
    readonly isEarly: boolean;
    readonly warnings: readonly OrderWarning[];
    /** Id of the words that explain the handle. */
    readonly help: string;
  };
  readonly on: {
    readonly begin: (event: PointerEvent<HTMLElement>) => void;
    readonly press: (event: KeyboardEvent) => void;
    readonly toggle: () => void;
    readonly blur: () => void;
    readonly move: (id: number, to: number, part: RowPart) => void;
    readonly remove: () => void;
    /** Null closes. */
    readonly open: (id: number | null) => void;
  };
};

const warn = 'mb-2 ml-11 border-warn border-l-2 bg-warn-wash px-3 py-1 text-sm';

export function ChosenRow({ desk, lesson, at, look, on }: Props) {
  const { t, road, draft } = desk;
  const info = lessonOf(road, lesson.id);
  const title = titleOf(desk, lesson.id);
  const meta = [
    info ? t.time(info.minutes) : t.list.unknownHint,
    ...(lesson.due === undefined ? [] : [dueWords(desk, lesson.due)]),
  ];
  const columns = draft.lessons.some(({ due }) => due !== undefined)
    ? 'sm:grid-cols-[minmax(0,1fr)_4.5rem_13rem_auto]'
    : 'sm:grid-cols-[minmax(0,1fr)_4.5rem_7rem_auto]';
  const state = look.isDragged ? 'z-10 bg-raised' : look.isHeld ? 'bg-accent-wash' : 'bg-paper';
  return (
    <li
      data-row={lesson.id}
      data-stage={info?.stage}
      data-held={look.isHeld || undefined}
      className={`relative border-line border-b ${state}`}
    >
      {look.drop && (
        <span
          aria-hidden="true"
          data-drop={look.drop}
          className={`absolute inset-x-0 z-20 h-1 rounded-full bg-ink ${look.drop === 'before' ? '-top-0.5' : '-bottom-0.5'}`}
        />
      )}
      <div className="flex items-start">
        <button
          type="button"
          data-part="handle"
          aria-label={t.list.handle(title)}
          aria-describedby={look.help}
          aria-pressed={look.isHeld}
          className="mt-1 grid size-9 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-faint hover:text-ink"
          onPointerDown={on.begin}
          onKeyDown={on.press}
          onBlur={on.blur}
          onClick={(event) => {
            // A click without a pointer: a screen reader.
            if (event.detail === 0) on.toggle();
          }}
        >
          <Grip />
        </button>
        <span className="w-8 shrink-0 self-stretch border-accent border-l-2 pt-2.5 pl-2 text-faint text-sm tabular-nums">
          {at + 1}
        </span>
        <div className={`grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 py-1 ${columns}`}>
          <p className={`col-span-3 py-1 sm:col-span-1 ${info ? 'font-medium' : 'text-soft'}`}>{title}</p>
          <span className="flex sm:self-start">
            <StepButton
              part="up"
              name={t.list.up(title)}
              isEnd={at === 0}
              onStep={() => on.move(lesson.id, at - 1, 'up')}
            />
            <StepButton
              part="down"
              name={t.list.down(title)}
              isEnd={at === draft.lessons.length - 1}
              onStep={() => on.move(lesson.id, at + 1, 'down')}
            />
          </span>
          <p className="text-sm text-soft tabular-nums">{meta.join(t.separator)}</p>
          <span className="flex items-center justify-end">
            <button
              type="button"
              data-part="details"
              aria-expanded={look.isOpen}
              aria-label={t.list.editOf(title)}
              className="quiet-link min-h-9 px-2 text-sm"
              onClick={() => on.open(look.isOpen ? null : lesson.id)}
            >
              {t.list.edit}
            </button>
            <button
              type="button"
              aria-label={t.list.removeOf(title)}
              title={t.list.remove}
              className="grid size-9 place-items-center rounded-sm text-soft hover:text-ink"
              onClick={on.remove}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" stroke="currentColor">
                <path strokeWidth="1.5" d="m4 4 8 8M12 4l-8 8" />
              </svg>
            </button>
          </span>
        </div>
      </div>
      {look.warnings.map(({ needs, at: late }) => (
        <p key={needs} className={warn}>
          {late === null ? t.list.missing(titleOf(desk, needs)) : t.list.late(titleOf(desk, needs), late + 1)}
        </p>
      ))}
      {look.isEarly && <p className={warn}>{t.list.early}</p>}
      {look.isOpen ? (
        <RowDetails desk={desk} lesson={lesson} next={draft.lessons[at + 1]?.id} onOpen={on.open} />
      ) : (
        lesson.note && (
          <p className="mb-2 ml-11 truncate border-line border-l-2 pl-3 text-sm text-soft" dir="auto">
            {lesson.note}
          </p>
        )
      )}
    </li>
  );
}

type StepProps = {
  readonly part: RowPart;
  readonly name: string;
  readonly isEnd: boolean;
  readonly onStep: () => void;
};

/** At the end of the list it stays, so that the focus does; a press then says that there is no further place. */
function StepButton({ part, name, isEnd, onStep }: StepProps) {
  return (
    <button
      type="button"
      data-part={part}
      aria-label={name}
      aria-disabled={isEnd}
      className={`grid size-9 shrink-0 place-items-center rounded-sm ${isEnd ? 'text-line' : 'text-soft hover:text-ink'}`}
      onClick={onStep}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
        <path strokeWidth="1.75" d={part === 'up' ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'} />
      </svg>
    </button>
  );
}

function Grip() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
      {[4, 8, 12].flatMap((y) => [5.5, 10.5].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.35" />))}
    </svg>
  );
}
