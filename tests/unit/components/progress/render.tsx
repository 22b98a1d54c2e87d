/** Renders one island in a page of its own: storage as given, the module-wide store fresh, as after a reload. */
import { act, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { vi } from 'vitest';
import { serializeDocument } from '@/lib/progress/parse';
import type { Records } from '@/lib/progress/records';
import { storageKey } from '@/lib/progress/storage';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root | undefined;

/** Listeners of a page end with it; those of a module that was reset would live on and answer for a store that is gone. */
const listening: [string, EventListener][] = [];
const listen = globalThis.addEventListener;
globalThis.addEventListener = ((type: string, listener: EventListener, ...rest: []) => {
  if (type === 'storage' || type === 'pageshow') listening.push([type, listener]);
  listen.call(globalThis, type, listener, ...rest);
}) as typeof listen;

/** A new page over storage that holds `records`, or the given text, or nothing. */
export async function newPage(stored?: Records | string): Promise<void> {
  if (root) await act(async () => root?.unmount());
  root = undefined;
  for (const [type, listener] of listening.splice(0)) removeEventListener(type, listener);
  vi.resetModules();
  document.body.innerHTML = '<main></main>';
  document.documentElement.removeAttribute('data-theme');
  localStorage.clear();
  if (stored !== undefined)
    localStorage.setItem(storageKey, typeof stored === 'string' ? stored : serializeDocument(stored));
}

const container = () => {
  const main = document.querySelector('main');
  if (!main) throw new Error('newPage first');
  return main;
};

export async function render(node: ReactNode): Promise<void> {
  root ??= createRoot(container());
  await act(async () => root?.render(node));
}

/** As the browser does it: the server's text first, then hydration. Returns that text and what React complained about. */
export async function hydrate(
  node: ReactNode,
): Promise<{ readonly html: string; readonly complaints: readonly unknown[] }> {
  const complaints: unknown[] = [];
  const html = renderToString(node);
  container().innerHTML = html;
  await act(async () => {
    root = hydrateRoot(container(), node, { onRecoverableError: (error) => complaints.push(error) });
  });
  return { html, complaints };
}

export function find<E extends Element = HTMLElement>(selector: string): E {
  const element = container().querySelector<E>(selector);
  if (!element) throw new Error(`${selector} is not in: ${container().innerHTML}`);
  return element;
}

export const text = (): string => container().textContent ?? '';

/** The button with exactly these words, or this name. */
export function button(name: string): HTMLButtonElement {
  const all = [...container().querySelectorAll('button')];
  const found = all.find((each) => each.textContent === name || each.getAttribute('aria-label') === name);
  if (!found) throw new Error(`no button “${name}” among ${all.map((each) => each.textContent).join(' | ')}`);
  return found;
}

export async function press(name: string): Promise<void> {
  await act(async () => button(name).click());
}

/** Types or chooses: sets the value past React's own bookkeeping and tells it. */
export async function enter(element: HTMLElement, value: string, event: 'input' | 'change' = 'input'): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event(event, { bubbles: true }));
  });
}

/** Lets modules that are loaded on demand arrive. */
export async function settle(): Promise<void> {
  await act(async () => {
    await vi.dynamicImportSettled();
  });
}

/** Lets the event loop turn until the check holds; what it last complained of when it does not within ten seconds. */
export async function until(check: () => void): Promise<void> {
  for (let turns = 0; ; turns++) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
    try {
      return check();
    } catch (error) {
      if (turns === 1000) throw error;
    }
  }
}

/** Another tab writes. */
export async function otherTab(records: Records): Promise<void> {
  await act(async () => {
    localStorage.setItem(storageKey, serializeDocument(records));
    dispatchEvent(new Event('storage'));
  });
}

export function storedRecords(): Records {
  return JSON.parse(localStorage.getItem(storageKey) ?? '{"records":{}}').records;
}
