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

type List = {
  readonly id: string;
  readonly sections: readonly Section[];
  /** What the sections answer. A new query begins with its first option. */
  readonly query: string;
  /** The sections answer what stands in the field. */
  readonly isCurrent: boolean;
  readonly close: () => void;
};

export function useChoice({ id: listId, sections, query, isCurrent, close }: List): Choice {
  const options = useMemo(() => sections.flatMap((section) => section.options), [sections]);
  const [chosen, setChosen] = useState({ query, key: '' });
  // By key: more options may come in front when the index is there.
  const kept = chosen.query === query ? options.findIndex(({ key }) => key === chosen.key) : -1;
  const at = Math.max(kept, 0);
  const active = options[at];
  const idOf = (option: Option) => `${listId}-${option.key}`;
  const activeId = active && idOf(active);

  // Enter pressed before the answer is there is meant for the answer.
  const [isAwaited, setAwaited] = useState(false);
  useEffect(() => {
    if (!isAwaited || !isCurrent) return;
    setAwaited(false);
    if (activeId) document.getElementById(activeId)?.click();
  }, [isAwaited, isCurrent, activeId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query has a new list
  useEffect(() => {
    document.getElementById(listId)?.scrollTo(0, 0);
  }, [query]);

  const point = ({ key }: Option) => setChosen({ query, key });

  function onKeyDown(event: KeyboardEvent) {
    // An input method takes Enter and the arrows for its own candidates; Safari says so only by the old key code.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    setAwaited(event.key === 'Enter' && !isCurrent);
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!isCurrent) return;
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
    const option = options[next];
    if (option === undefined) return;
    point(option);
    document.getElementById(idOf(option))?.scrollIntoView({ block: 'nearest' });
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
    point,
    take,
    onKeyDown,
  };
}
