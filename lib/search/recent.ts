/** Places the learner went to from the search, newest first. A convenience of this browser: it does not travel with the progress. */
import { type Kind, kinds } from './index-file';

export const recentKey = 'layerwise:search-recent';

export type RecentPlace = { readonly kind: Kind; readonly id: string; readonly anchor: string };

const MOST = 6;
const LONGEST_TEXT = 4000;

/** Whatever is stored there may come from anyone: what is not a place is left out. */
export function parseRecent(text: string | null): readonly RecentPlace[] {
  if (text === null || text.length > LONGEST_TEXT) return [];
  try {
    const stored: unknown = JSON.parse(text);
    return Array.isArray(stored) ? stored.flatMap(parsePlace).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** `lesson:self-attention-qkv#mask` */
function parsePlace(entry: unknown): readonly RecentPlace[] {
  const [, name, id = '', anchor = ''] = /^(\w+):([\w.-]+)(?:#([\w-]+))?$/.exec(String(entry)) ?? [];
  const kind = kinds.find((each) => each === name);
  return kind ? [{ kind, id, anchor }] : [];
}

export const formatRecent = (places: readonly RecentPlace[]): string => JSON.stringify(places.map(nameOf));

export function addRecent(places: readonly RecentPlace[], place: RecentPlace): readonly RecentPlace[] {
  return [place, ...places.filter((other) => nameOf(other) !== nameOf(place))].slice(0, MOST);
}

const nameOf = ({ kind, id, anchor }: RecentPlace): string => `${kind}:${id}${anchor && `#${anchor}`}`;
