// @vitest-environment happy-dom
/** The island over the real picture of a small site: search, filter, choose, walk, read. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { KnowledgeMap } from '@/components/map/knowledge-map';
import { mapData } from '@/components/map/map-data';
import { MapPicture } from '@/components/map/map-picture';
import { progress } from '@/components/progress/progress-store';
import type { Concept, Lesson, Site } from '@/lib/content/site-types';

const push = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function concept(
  id: string,
  en: string,
  zh: string,
  module: string,
  prerequisites: string[],
  lesson: string | null,
): Concept {
  const definition = { en: `What ${en} is.`, zh: `${zh}是什么。` };
  return {
    id,
    name: { en, zh },
    definition,
    aliases: [],
    module,
    prerequisites,
    lesson,
    plannedLesson: lesson ?? 'later',
    stage: 'math',
  };
}

const site = {
  stages: [],
  lessons: [
    { id: 101, slug: 'first', stage: 'math', title: { en: 'First lesson', zh: '第一课' } } as unknown as Lesson,
  ],
  conceptModules: [
    { id: 'core', named: true, title: { en: 'Core', zh: '核心' } },
    { id: 'edge', named: false, title: { en: 'Edge', zh: '边缘' } },
  ],
  concepts: [
    concept('token', 'Token', '词元', 'core', [], 'first'),
    concept('model', 'Language model', '语言模型', 'core', ['token'], 'first'),
    concept('cache', 'KV cache', 'KV 缓存', 'edge', ['model'], null),
  ],
} as unknown as Site;

beforeEach(() => {
  history.replaceState(null, '', '/en/map/');
  localStorage.clear();
  push.mockClear();
});

async function open(address = '/en/map/'): Promise<HTMLElement> {
  history.replaceState(null, '', address);
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  await act(async () =>
    root.render(
      <KnowledgeMap data={mapData(site, 'en')} stages={[]} locale="en">
        <MapPicture site={site} locale="en" />
      </KnowledgeMap>,
    ),
  );
  onTestFinished(async () => {
    await act(async () => root.unmount());
    host.remove();
  });
  return host;
}

function find(host: ParentNode, selector: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

async function type(host: HTMLElement, text: string): Promise<void> {
  const field = find(host, 'input[type=search]') as HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** A press of the mouse: what is chosen when it begins decides what the click does. */
async function click(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
  });
}

async function press(element: HTMLElement, key: string): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(done));
  });
}

const rows = (host: HTMLElement) => [...host.querySelectorAll('.map-row-name')].map((row) => row.textContent);
const roles = (host: HTMLElement) =>
  Object.fromEntries([...host.querySelectorAll('a.map-node')].map((node) => [node.id, node.getAttribute('data-on')]));

test('without a choice every concept is a link to its page, in the picture and in the list', async () => {
  const host = await open();
  expect([...host.querySelectorAll('a.map-node')].map((node) => node.getAttribute('href'))).toEqual([
    '/en/concepts/token/',
    '/en/concepts/model/',
    '/en/concepts/cache/',
  ]);
  expect(rows(host)).toEqual(['Token', 'Language model', 'KV cache']);
  expect(host.querySelector('.map-panel')).toBeNull();
});

test('search finds names in the other language, says how many, and Enter goes to the first', async () => {
  const host = await open();
  await type(host, '缓存');
  expect(rows(host)).toEqual(['KV cache']);
  expect(find(host, '.map-found').textContent).toBe('1 of 3 concepts');
  expect(find(host, '#token').hasAttribute('data-out')).toBe(true);
  expect(find(host, '#cache').hasAttribute('data-out')).toBe(false);
  await act(async () => find(host, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  expect(location.hash).toBe('#cache');
  expect(find(host, '.map-panel h2').textContent).toBe('KV cache');
});

test('a search without result says so', async () => {
  const host = await open();
  await type(host, 'zzz');
  expect(rows(host)).toEqual([]);
  expect(find(host, '.map-found').textContent).toBe('No concept has this name.');
});

test('modules filter the list and are kept in the address', async () => {
  const host = await open();
  const chip = [...host.querySelectorAll<HTMLElement>('.map-chip')].find((item) => item.textContent === 'Edge');
  if (!chip) throw new Error('no chip');
  await act(async () => chip.click());
  expect(rows(host)).toEqual(['KV cache']);
  expect(chip.getAttribute('aria-pressed')).toBe('true');
  expect(location.search).toBe('?module=edge');
  await act(async () => find(host, '.map-clear').click());
  expect(rows(host).length).toBe(3);
  expect(location.search).toBe('');
});

test('an address brings its choice with it, and a strange one brings none', async () => {
  const host = await open('/en/map/?module=core&view=list#model');
  expect(find(host, '.map').dataset.view).toBe('list');
  expect(rows(host)).toEqual(['Token', 'Language model']);
  expect(find(host, '.map-panel h2').textContent).toBe('Language model');
  const other = await open('/en/map/?module=x&view=y#z');
  expect(find(other, '.map').dataset.view).toBe('auto');
  expect(other.querySelector('.map-panel')).toBeNull();
});

test('the first click on a stone shows its path in order, the second opens its page', async () => {
  const host = await open();
  await click(find(host, '#cache'));
  expect(roles(host)).toEqual({ token: 'path', model: 'path', cache: 'self' });
  expect([...host.querySelectorAll('.map-step')].map((step) => step.textContent)).toEqual(['1', '2', '']);
  expect([...host.querySelectorAll('.map-steps li li a')].map((link) => link.textContent)).toEqual([
    'Token',
    'Language model',
  ]);
  expect(find(host, '.map-step-lesson').getAttribute('href')).toBe('/en/learn/math/first/');
  expect(find(host, '[role=status].sr-only').textContent).toBe('To understand KV cache you need 2 concepts.');
  expect(push).not.toHaveBeenCalled();
  await click(find(host, '#cache'));
  expect(push).toHaveBeenCalledWith('/en/concepts/cache/');
});

test('what a concept unlocks is shown as well', async () => {
  const host = await open('/en/map/#model');
  expect(roles(host)).toEqual({ token: 'path', model: 'self', cache: 'next' });
  expect(find(host, '.map-next').textContent).toBe('KV cache');
});

test('with the keyboard: one stop, arrows walk, Space reads the path, Escape lets go', async () => {
  const host = await open();
  const stops = () => [...host.querySelectorAll('a.map-node[tabindex="0"]')].map(({ id }) => id);
  expect(stops()).toEqual(['token']);
  await act(async () => find(host, '#token').focus());
  await press(find(host, '#token'), 'ArrowRight');
  expect(document.activeElement?.id).toBe('model');
  await press(find(host, '#model'), ' ');
  expect(stops()).toEqual(['model']);
  expect(document.activeElement).toBe(find(host, '.map-panel'));
  await press(find(host, '.map-panel'), 'Escape');
  expect(host.querySelector('.map-panel')).toBeNull();
  expect(location.hash).toBe('');
});

test('a link to a concept in the path leads to its words', async () => {
  const host = await open('/en/map/#cache');
  await act(async () => {
    find(host, '.map-steps a[href="#token"]').click();
    await new Promise((done) => requestAnimationFrame(done));
  });
  expect(location.hash).toBe('#token');
  expect(find(host, '.map-panel h2').textContent).toBe('Token');
  expect(document.activeElement).toBe(find(host, '.map-panel'));
});

test('states come from the records: by attribute, shape and name, in picture, list and path', async () => {
  const host = await open('/en/map/#cache');
  expect(find(host, '#token').getAttribute('data-state')).toBe('ready');
  await act(async () => progress.absorb({ lessons: { 101: { v: { status: 'done' }, t: 1 } } }));
  const token = find(host, '#token');
  expect(token.getAttribute('data-state')).toBe('known');
  expect(token.getAttribute('aria-label')).toBe('Token. Learned');
  expect(find(token, 'use').getAttribute('href')).toBe('#map-mark-known');
  expect(find(host, '#list-token').textContent).toContain('Learned');
  expect(find(host, '.map-panel').textContent).toContain('2 of 2 behind you');
  expect(find(host, '#cache').getAttribute('aria-label')).toBe('KV cache');
});
