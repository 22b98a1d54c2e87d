/** A draft with the steps that led to it. What was saved is not part of a step: undoing an edit does not undo a save. */
import type { SharedPath } from '@/lib/share/path-code';
import { type Draft, isSameContent, type PathContent } from './draft';
import { changeContent, type DraftAction } from './draft-actions';

export type DraftHistory = {
  readonly draft: Draft;
  readonly past: readonly PathContent[];
  readonly future: readonly PathContent[];
  /** What is being typed into or moved: its keystrokes are one step. */
  readonly typing: string | null;
};

export type HistoryAction =
  | DraftAction
  | { readonly do: 'undo' | 'redo' }
  /** The draft is now in the list of paths as this. */
  | { readonly do: 'saved'; readonly path: SharedPath }
  /** From here on it is a path of its own. */
  | { readonly do: 'split'; readonly id: string };

const depth = 200;

export const startHistory = (draft: Draft): DraftHistory => ({ draft, past: [], future: [], typing: null });

export function advance(history: DraftHistory, action: HistoryAction): DraftHistory {
  switch (action.do) {
    case 'undo':
      return step(history, history.past, 'undo');
    case 'redo':
      return step(history, history.future, 'redo');
    case 'saved':
      return { ...history, draft: { ...history.draft, base: action.path }, typing: null };
    case 'split':
      return { ...history, draft: { ...history.draft, id: action.id, base: null }, typing: null };
    default:
      return edit(history, action);
  }
}

function edit({ draft, past, future, typing }: DraftHistory, action: DraftAction): DraftHistory {
  const content = changeContent(draft, action);
  const field = fieldOf(action);
  if (content === draft) return { draft, past, future, typing };
  const next = { ...draft, ...contentFields(content) };
  if (field === null || field !== typing)
    return { draft: next, past: [...past, contentFields(draft)].slice(-depth), future: [], typing: field };
  // What was typed or moved and taken back by hand is no step.
  const isBack = past.length > 0 && isSameContent(content, past.at(-1) ?? content);
  return { draft: next, past: isBack ? past.slice(0, -1) : past, future: [], typing: isBack ? null : field };
}

function step(history: DraftHistory, from: readonly PathContent[], way: 'undo' | 'redo'): DraftHistory {
  const target = from.at(-1);
  if (target === undefined) return history;
  const { draft, past, future } = history;
  const here = contentFields(draft);
  return {
    draft: { ...draft, ...target },
    past: way === 'undo' ? past.slice(0, -1) : [...past, here],
    future: way === 'undo' ? [...future, here] : future.slice(0, -1),
    typing: null,
  };
}

function contentFields({ title, mentor, start, lessons }: PathContent): PathContent {
  return { title, mentor, start, lessons };
}

function fieldOf(action: DraftAction): string | null {
  if (action.do === 'title' || action.do === 'mentor') return action.do;
  return action.do === 'note' || action.do === 'due' || action.do === 'move' ? `${action.do} ${action.id}` : null;
}
