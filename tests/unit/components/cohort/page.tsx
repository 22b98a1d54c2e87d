/** The mentor's page in a document of its own: storage as given, both stores fresh, as after a reload. */
import { act } from 'react';
import { onTestFinished, vi } from 'vitest';
import { cohortKey } from '@/lib/cohort/cohort';
import type { Locale } from '@/lib/i18n/locale';
import { serializeDocument } from '@/lib/progress/parse';
import type { Records } from '@/lib/progress/records';
import { storageKey } from '@/lib/progress/storage';
import { road } from '../../lib/cohort/fakes';
import { find, settle, show, type } from '../share/screen';

type Options = {
  readonly locale?: Locale;
  /** The cohort's document as it lies in storage. */
  readonly stored?: string;
  /** The mentor's own progress. */
  readonly own?: Records;
  readonly hash?: string;
};

export async function openPage({ locale = 'en', stored, own, hash = '' }: Options = {}): Promise<HTMLElement> {
  vi.resetModules();
  // Days are written without the year while it is this one.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 23, 12) });
  localStorage.clear();
  if (stored !== undefined) localStorage.setItem(cohortKey, stored);
  if (own) localStorage.setItem(storageKey, serializeDocument(own));
  window.history.replaceState(null, '', `/${locale}/cohort/${hash}`);
  onTestFinished(() => {
    localStorage.clear();
    vi.useRealTimers();
  });
  const { CohortPage } = await import('@/components/cohort/cohort-page');
  return show(<CohortPage locale={locale} road={road} />);
}

export async function paste(host: HTMLElement, text: string): Promise<void> {
  await settle(() => type(find<HTMLTextAreaElement>(host, 'textarea:not([readonly])'), text));
}

export async function press(host: ParentNode, name: RegExp): Promise<void> {
  const button = [...host.querySelectorAll('button')].find((each) =>
    name.test(each.getAttribute('aria-label') ?? each.textContent ?? ''),
  );
  if (!button)
    throw new Error(
      `No button ${name} among ${[...host.querySelectorAll('button')].map((b) => b.textContent).join(' | ')}`,
    );
  await settle(() => button.click());
}

/** What a person would press: bubbles through the delegation of the table. */
export async function click(element: Element): Promise<void> {
  await settle(() => element.dispatchEvent(new MouseEvent('click', { bubbles: true })));
}

export async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle(() => {});
}

export const rows = (host: ParentNode): HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>('tbody:last-child > tr[data-key]'),
];
export const names = (host: ParentNode): string[] =>
  rows(host).map((row) => row.querySelector('bdi')?.textContent ?? '');
export const storedText = (): string => localStorage.getItem(cohortKey) ?? '';
