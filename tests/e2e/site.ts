/** What every browser test does first and last: pages that report whatever a console, a policy or the network complains of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

export { expect };

/** Every lab there is: each has a page of its own. That the site shows the same ones is tested in labs.spec.ts. */
export const labIds = readdirSync('components/labs').filter((id) => existsSync(`components/labs/${id}/lab.yaml`));

type Root = {
  readonly stateNode: { readonly current: { readonly memoizedState: { readonly isDehydrated: boolean } } };
};

/**
 * Waits until the page's islands are alive: React has committed the document. It marks elements as its own before, while it still
 * waits for the chunk of a lab, and a click that comes then is lost.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => {
    if (!document.querySelector('.site-header a, main a')) return true;
    const key = Object.keys(document).find((name) => name.startsWith('__reactContainer$'));
    const root = key && (document as unknown as Record<string, Root>)[key];
    return root && !root.stateNode.current.memoizedState.isDehydrated;
  });
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settle(page);
}

/** Presses Tab as who has no mouse does, until `target` has the focus. A trap anywhere on the way ends the test. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = () => target.first().evaluate((element) => element === document.activeElement);
  await target.first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < 500; presses++) {
    if (await hasFocus()) return;
    // In the editor Tab writes, and Escape lets it lead on: the page says so beside it.
    if (await page.evaluate(() => document.activeElement?.matches('.cm-content'))) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`500 presses of Tab do not reach ${target}; the focus is at ${at}`);
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** axe does not read MathML and takes a header that is a formula for an empty one. */
const misread = ['empty-table-header'];
const decidedByColour = ['color-contrast', 'link-in-text-block'];

/** What KaTeX draws is hidden from assistive technology, has the colour of its paragraph, and is most of a lesson’s elements. Its MathML is read. */
const drawnFormulas = '.katex-html';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * WCAG 2.2 AA by axe, one line for each rule that is broken. `colours` asks only for what another theme may break. Run in the
 * page itself and for violations alone: through the usual wrapper, which carries every passed check across, a long lesson took three times as long.
 */
export async function brokenRules(page: Page, asked: 'all' | 'colours' = 'all', within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ([within, drawnFormulas, options]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      // A target half below the header that stays on top would be taken for a small one.
      window.scrollTo({ top: 0, behavior: 'instant' });
      // Colours on their way are nobody's choice. A transition begins with the frame that shows the change.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
      const { violations } = await axe.run({ include: [within], exclude: [drawnFormulas] }, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
    },
    [
      within,
      drawnFormulas,
      {
        resultTypes: ['violations'],
        ...(asked === 'all'
          ? {
              runOnly: { type: 'tag', values: standards },
              rules: Object.fromEntries(misread.map((rule) => [rule, { enabled: false }])),
            }
          : { runOnly: { type: 'rule', values: decidedByColour } }),
      },
    ] satisfies [string, string, RunOptions],
  );
}

/** Tables, code and rarer settings are folded away; what is wrong with them would not be found. */
export const unfold = (page: Page) =>
  page.locator('.lab details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

/** Puts on `complaints` whatever goes wrong in any page or worker of `context`. `home` is the address everything must lie below. */
function watch(context: BrowserContext, home: string, complaints: string[]): void {
  context.on('console', (message) => {
    // Playwright's own, where the service worker is none of the test's business (playwright.config.ts).
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    // A browser that shares its processor with other tests may start a lab later than Chromium thinks it should.
    if (/^The resource \S+\.js was preloaded using link preload but not used/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) complaints.push(`request left the site: ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  context.on('serviceworker', reportViolations);
  const watchWorkers = (page: Page) => page.on('worker', reportViolations);
  context.pages().forEach(watchWorkers);
  context.on('page', watchWorkers);
}

/** The browser's console names what a policy stopped in a page, and keeps silent about workers. */
function reportViolations(worker: ReturnType<Page['workers']>[number]): void {
  worker
    .evaluate(() =>
      self.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`policy of a worker: ${violatedDirective} stopped ${blockedURI}`),
      ),
    )
    // It may have ended already.
    .catch(() => undefined);
}

export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ browser, context, baseURL }, use) => {
      const complaints: string[] = [];
      const home = new URL('./', baseURL).href;
      watch(context, home, complaints);
      // A test that opens a second browser profile is held to the same.
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const another = await newContext(options);
        watch(another, home, complaints);
        return another;
      };
      await use(complaints);
      browser.newContext = newContext;
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
