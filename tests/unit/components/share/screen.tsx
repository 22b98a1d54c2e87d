/** A share screen in a document of its own, for tests: rendered by React, looked at by selector. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import type { ShareRoad } from '@/lib/share/road-view';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

export async function show(node: ReactNode): Promise<HTMLElement> {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  await act(async () => root.render(node));
  onTestFinished(async () => {
    await act(async () => root.unmount());
    host.remove();
    localStorage.clear();
  });
  return host;
}

/** Does something and lets React and pending promises settle. */
export async function settle(work: () => unknown): Promise<void> {
  await act(async () => {
    await work();
    await new Promise((done) => setTimeout(done, 0));
  });
}

/** Waits for what a lazily loaded chunk draws. */
export async function appear(host: ParentNode, selector: string): Promise<void> {
  for (let tries = 0; tries < 200 && !host.querySelector(selector); tries++) {
    await settle(() => new Promise((done) => setTimeout(done, 10)));
  }
  find(host, selector);
}

/** React listens to the native setter, not to the property it shadows. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function find<T extends Element = HTMLElement>(host: ParentNode, selector: string): T {
  const found = host.querySelector<T>(selector);
  if (!found) throw new Error(`Nothing matches ${selector} in ${document.body.innerHTML.slice(0, 2000)}`);
  return found;
}

export function buttonNamed(host: ParentNode, name: RegExp): HTMLButtonElement {
  const found = [...host.querySelectorAll('button')].find((button) =>
    name.test(button.getAttribute('aria-label') ?? button.textContent ?? ''),
  );
  if (!found) throw new Error(`No button ${name}`);
  return found;
}

export const road: ShareRoad = {
  stages: [
    { id: 'math', title: 'Mathematics' },
    { id: 'toolchain', title: 'Toolchain' },
    { id: 'engineering', title: 'Engineering' },
    { id: 'frontier', title: 'Frontier' },
  ],
  lessons: [
    { id: 101, slug: 'one', stage: 'math', title: 'Lesson one', minutes: 30 },
    { id: 102, slug: 'two', stage: 'math', title: 'Lesson two', minutes: 45 },
    { id: 201, slug: 'three', stage: 'toolchain', title: 'Lesson three', minutes: 60 },
  ],
  careers: [{ id: 'career-expert', version: 1, name: 'Expert', titles: ['专家', 'Expert'], lessons: [201, 101] }],
  aliases: {},
};
