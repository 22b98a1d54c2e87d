/** What the list shows of the matches: groups of one kind, each row one address. */
import { contextLine } from './context-line';
import { highlight, type Segment } from './highlight';
import { type Item, type Kind, kinds, type Part } from './index-file';
import type { Match } from './rank';

export type Row = {
  readonly item: Item;
  /** Empty: the page itself. */
  readonly anchor: string;
  readonly title: readonly Segment[];
  /** Heading of the place on the page the row leads to. */
  readonly heading: readonly Segment[];
  readonly line: readonly Segment[];
  /** Another place on the page of the row above. */
  readonly isFurther: boolean;
};
/** The best matches of all kinds, and what else there is of each kind. */
export type Group = { readonly kind: Kind | 'best'; readonly rows: readonly Row[] };

const BEST = 3;
/** Items of a kind beyond the best. */
const most: Readonly<Record<Kind, number>> = {
  lesson: 5,
  concept: 5,
  lab: 4,
  stage: 2,
  placement: 2,
  career: 2,
  resource: 3,
};
/** Places on its page that the very best match may add. */
const FURTHER_PLACES = 2;
/** A place is worth a row of its own when it holds this much of the query. */
const WORTH_A_ROW = 0.7;
/** Weaker than this share of the best match is noise. */
const WEAKEST = 0.08;

export function groupMatches(matches: readonly Match[]): readonly Group[] {
  const least = (matches[0]?.score ?? 0) * WEAKEST;
  const worth = matches.filter(({ score }) => score >= least);
  if (worth.length === 0) return [];
  const best = worth.slice(0, BEST).flatMap((match, i) => rowsOf(match, i === 0 ? FURTHER_PLACES : 0));
  const others = kinds.map((kind) => ({
    kind,
    rows: worth
      .slice(BEST)
      .filter(({ item }) => item.kind === kind)
      .slice(0, most[kind])
      .flatMap((match) => rowsOf(match, 0)),
  }));
  return [{ kind: 'best', rows: best }, ...others.filter(({ rows }) => rows.length > 0)];
}

function rowsOf(match: Match, further: number): readonly Row[] {
  const { item, inTitle, places } = match;
  const best = places[0];
  // A place that answers more than the title does is where the reader wants to go.
  const first = best && best.part.anchor !== '' && best.share > inTitle ? best : undefined;
  const rest = places
    .filter((place) => place !== first && place.part.anchor !== '' && place.share >= WORTH_A_ROW)
    .slice(0, further);
  return [rowAt(match, first?.part ?? item.parts[0], false), ...rest.map(({ part }) => rowAt(match, part, true))];
}

function rowAt({ item, forms }: Match, part: Part, isFurther: boolean): Row {
  return {
    item,
    anchor: part.anchor,
    title: highlight(item.title, forms),
    heading: highlight(part.heading, forms),
    line: highlight(contextLine(part.text, forms), forms),
    isFurther,
  };
}
