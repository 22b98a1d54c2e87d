/** Which option is chosen, by arrows or by pointer, and what happens when it is taken. */
'use client';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react';
import { optionAfter } from '@/lib/search/option-keys';
import { rememberPlace } from './recent-store';
import type { Option, Section } from './sections';

export type Choice = {
  readonly options: readonly Option[];
  readonly activeId: string | undefined;
  readonly idOf: (option: Option) => string;
  readonly isActive: (option: Option) => boolean;
  readonly point: (option: Option) => void;
  /** For a click on an option; Enter clicks it too. */
  readonly take: (option: Option, event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** A new query begins with its first option. */
export function useChoice(sections: readonly Section[], query: string, listId: string, close: () => void): Choice {
  const options = useMemo(() => sections.flatMap((section) => section.options), [sections]);
  const [chosen, setChosen] = useState({ query, at: 0 });
  const at = chosen.query === query ? Math.min(chosen.at, options.length - 1) : Math.min(0, options.length - 1);
  const active = options[at];
  const idOf = (option: Option) => `${listId}-${option.key}`;
  const activeId = active && idOf(active);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query has a new list
  useEffect(() => {
    document.getElementById(listId)?.parentElement?.scrollTo(0, 0);
  }, [query]);

  function onKeyDown(event: KeyboardEvent) {
    // An input method takes Enter and the arrows for its own candidates; Safari says so only by the old key code.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const element = activeId ? document.getElementById(activeId) : null;
      if (element instanceof HTMLAnchorElement && (event.metaKey || event.ctrlKey))
        window.open(element.href, '_blank', 'noopener');
      else element?.click();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = optionAfter(event.key, at, options.length);
    if (next === null) return;
    event.preventDefault();
    setChosen({ query, at: next });
    const element = options[next] && document.getElementById(idOf(options[next]));
    element?.scrollIntoView({ block: 'nearest' });
  }

  function take(option: Option, event: MouseEvent) {
    // A new tab: the list stays for the next one.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (option.kind === 'row') rememberPlace({ ...option.row.item, anchor: option.row.anchor });
    if (option.kind === 'recent') rememberPlace({ ...option.item, anchor: option.anchor });
    if (option.kind === 'command' && 'run' in option.command.act) option.command.act.run();
    close();
  }

  return {
    options,
    activeId,
    idOf,
    isActive: (option) => option === active,
    point: (option) => setChosen({ query, at: options.indexOf(option) }),
    take,
    onKeyDown,
  };
}
