/** The commands of this page at this moment: what each is called and where it leads or what it does. */
'use client';
import { useMemo } from 'react';
import { progress } from '@/components/progress/progress-store';
import { chooseTheme, themeOf } from '@/components/progress/theme';
import { useProgress } from '@/components/progress/use-progress';
import { type Locale, languageTag, otherLocale } from '@/lib/i18n/locale';
import { routes, swapLocale, withBasePath } from '@/lib/i18n/routes';
import { continueOn } from '@/lib/paths/active-order';
import { setPreference } from '@/lib/progress/actions';
import { findValue } from '@/lib/progress/records';
import type { CommandId, Named } from '@/lib/search/commands';
import { type Item, itemRoute } from '@/lib/search/index-file';
import { slashPreference } from '@/lib/search/slash-preference';
import { commandStrings } from './command-strings';

/** `language`: the page is in another one. */
export type Command = Named & {
  readonly act: { readonly to: string; readonly language?: string } | { readonly run: () => void };
};

/** `items`: empty until the index is there; then Continue knows where to. */
export function useCommands(locale: Locale, items: readonly Item[]): readonly Command[] {
  const records = useProgress((state) => state.records);
  return useMemo(() => {
    const t = commandStrings[locale];
    const lessons = items.filter((item) => item.lesson !== undefined);
    const next = continueOn(
      records,
      lessons.flatMap(({ lesson }) => lesson ?? []),
    );
    const target = lessons.find(({ lesson }) => lesson === next);
    const other = otherLocale(locale);
    const here = `${swapLocale(location.pathname, other)}${location.search}${location.hash}`;
    const page = (id: CommandId, route: string): Command => ({ id, title: t[id], act: { to: withBasePath(route) } });
    const theme = themeOf(records);
    const isSlashOn = findValue(records, 'prefs', slashPreference) !== false;
    const slash = (id: 'slash-on' | 'slash-off', value: false | null): Command => ({
      id,
      title: t[id],
      act: { run: () => setPreference(progress, slashPreference, value) },
    });
    return [
      ...(target ? [{ ...page('continue', itemRoute(target, '', locale)), title: t.continue + target.title }] : []),
      page('progress', routes.me(locale)),
      page('paths', routes.paths(locale)),
      page('map', routes.map(locale)),
      page('labs', routes.labs(locale)),
      page('resources', routes.resources(locale)),
      { id: 'language', title: t.language, act: { to: withBasePath(here), language: languageTag[other] } },
      ...(['light', 'dark', 'system'] as const)
        .filter((choice) => choice !== theme)
        .map(
          (choice): Command => ({
            id: `theme-${choice}`,
            title: t[`theme-${choice}`],
            act: { run: () => chooseTheme(choice) },
          }),
        ),
      isSlashOn ? slash('slash-off', false) : slash('slash-on', null),
      page('open-code', routes.share(locale)),
      page('offline', routes.offline(locale)),
      page('hand-over', routes.handOver(locale)),
      page('stored', routes.stored(locale)),
      page('cohort', routes.cohort(locale)),
    ];
  }, [locale, items, records]);
}
