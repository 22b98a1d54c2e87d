/**
 * A path while its mentor works on it: a plain value that can be kept, undone and compared. A draft of a path that was saved
 * before carries that path as its base; saving makes the next version of it, and only when something differs.
 */
import { toBase64url } from '@/lib/share/base64url';
import { shareLimits } from '@/lib/share/limits';
import { encodePath, type PathLesson, type SharedPath } from '@/lib/share/path-code';

/** What the mentor edits, and what undo brings back. */
export type PathContent = {
  readonly title: string;
  /** Empty for none, like `start`. */
  readonly mentor: string;
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** Ids this build does not know stay where they stand: they belong to a newer one. */
  readonly lessons: readonly PathLesson[];
};

export type Draft = PathContent & {
  /** Id of the path it becomes. */
  readonly id: string;
  /** The path as it was saved last; null while it never was. */
  readonly base: SharedPath | null;
};

export const emptyContent: PathContent = { title: '', mentor: '', start: '', lessons: [] };

/** 48 random bits: eight characters of every link, and no two paths of one learner alike. */
export const pathIdBytes = 6;
export const newPathId = (random: Uint8Array): string => toBase64url(random);

export function newDraft(id: string, content: Partial<PathContent> = {}): Draft {
  return { ...emptyContent, ...content, id, base: null };
}

/** A change of a path of one's own. */
export function editOf(path: SharedPath): Draft {
  return { ...contentOf(path), id: path.id, base: path };
}

/** A path of its own with the same content. */
export function copyOf(content: PathContent, id: string, title: string): Draft {
  const { mentor, start, lessons } = content;
  return { title: clamp(title, shareLimits.title), mentor, start, lessons, id, base: null };
}

export function contentOf({ title, mentor, start, lessons }: SharedPath): PathContent {
  return { title, mentor: mentor ?? '', start: start ?? '', lessons };
}

/** The path as saving and sharing give it: its base when nothing differs, else the next version. */
export function toPath(draft: Draft): SharedPath {
  const { id, base } = draft;
  if (base !== null && !hasChanged(draft)) return base;
  const { title, mentor, start, lessons } = tidy(draft);
  return {
    id,
    version: base === null ? 1 : base.version + 1,
    title,
    ...(mentor ? { mentor } : {}),
    ...(start ? { start } : {}),
    lessons,
  };
}

/** Does it differ from what was saved, or, if it never was, from an empty path? Blanks around a text are no difference. */
export function hasChanged({ base, ...content }: Draft): boolean {
  return !isSameContent(content, base === null ? emptyContent : contentOf(base));
}

export function isSameContent(a: PathContent, b: PathContent): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

/** Why a draft cannot be saved or shared yet. Its fields are held within the limits, so only these are left. */
export type DraftProblem = 'no-lessons' | 'too-many-lessons' | 'too-long' | 'too-many-versions' | 'unreadable';

export function problemOf(draft: Draft): DraftProblem | null {
  if (draft.lessons.length === 0) return 'no-lessons';
  if (draft.lessons.length > shareLimits.lessons) return 'too-many-lessons';
  const encoded = encodePath(toPath(draft));
  if (encoded.ok) return null;
  return encoded.field === 'size' ? 'too-long' : encoded.field === 'version' ? 'too-many-versions' : 'unreadable';
}

/** At most so many UTF-16 code units, the unit of a field's `maxLength`, without cutting a character in two. */
export function clamp(text: string, limit: number): string {
  return text.slice(0, limit).replace(text.length > limit ? /[\uD800-\uDBFF]$/ : /$^/, '');
}

/** One spelling for contents that a learner cannot tell apart. */
function tidy({ title, mentor, start, lessons }: PathContent): PathContent {
  return {
    title: title.trim(),
    mentor: mentor.trim(),
    start,
    lessons: lessons.map(({ id, due, note }) => {
      const words = note?.trim();
      return { id, ...(due === undefined ? {} : { due }), ...(words ? { note: words } : {}) };
    }),
  };
}
