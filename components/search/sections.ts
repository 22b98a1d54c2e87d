/** What the list under the field holds at this moment, in order. Pure: tested without a browser. */
import type { Locale } from '@/lib/i18n/locale';
import { withBasePath } from '@/lib/i18n/routes';
import type { Answer } from '@/lib/search/answer';
import { findCommands } from '@/lib/search/commands';
import { type Item, itemRoute } from '@/lib/search/index-file';
import type { RecentPlace } from '@/lib/search/recent';
import type { Row } from '@/lib/search/results';
import { strings } from './strings';
import type { Command } from './use-commands';

export type Option =
  | {
      readonly key: string;
      readonly kind: 'row';
      readonly href: string;
      readonly row: Row;
      readonly showsKind: boolean;
    }
  | {
      readonly key: string;
      readonly kind: 'recent';
      readonly href: string;
      readonly item: Item;
      readonly anchor: string;
    }
  | { readonly key: string; readonly kind: 'command'; readonly command: Command };
export type Section = { readonly key: string; readonly title: string; readonly options: readonly Option[] };

type Shown = {
  readonly locale: Locale;
  readonly query: string;
  readonly answer: Answer;
  readonly items: readonly Item[];
  readonly recent: readonly RecentPlace[];
  readonly commands: readonly Command[];
};

/** Commands beside results: enough to be found, too few to push them away. */
const MOST_COMMANDS = 3;

export function makeSections({ locale, query, answer, items, recent, commands }: Shown): readonly Section[] {
  const t = strings[locale];
  const found = findCommands(commands, query);
  if (query.trim() === '') {
    return withOptions([
      { key: 'recent', title: t.recent, options: recent.flatMap((place) => recentOption(place, items, locale)) },
      { key: 'commands', title: t.commands, options: found.map(commandOption) },
    ]);
  }
  const results = answer.groups.map(({ kind, rows }) => ({
    key: kind,
    title: kind === 'best' ? t.best : t.kinds[kind],
    options: rows.map((row) => rowOption(row, kind === 'best', locale)),
  }));
  const asked = { key: 'commands', title: t.commands, options: found.slice(0, MOST_COMMANDS).map(commandOption) };
  const [best, ...rest] = results;
  return withOptions(best && answer.isTitle ? [best, asked, ...rest] : [asked, ...results]);
}

const withOptions = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ options }) => options.length > 0);

function rowOption(row: Row, showsKind: boolean, locale: Locale): Option {
  const { item, anchor } = row;
  const href = withBasePath(itemRoute(item, anchor, locale));
  return { key: `${item.kind}:${item.id}#${anchor}`, kind: 'row', href, row, showsKind };
}

/** A place that is no longer there is left out. */
function recentOption({ kind, id, anchor }: RecentPlace, items: readonly Item[], locale: Locale): readonly Option[] {
  const item = items.find((each) => each.kind === kind && each.id === id);
  if (!item?.parts.some((part) => part.anchor === anchor)) return [];
  const href = withBasePath(itemRoute(item, anchor, locale));
  return [{ key: `recent:${kind}:${id}#${anchor}`, kind: 'recent', href, item, anchor }];
}

const commandOption = (command: Command): Option => ({ key: `command:${command.id}`, kind: 'command', command });
