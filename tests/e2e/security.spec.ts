/**
 * The policy of every page, and the guard of these tests itself: whatever a policy stops in a page or a worker must reach
 * `complaints`, or the rest of the suite would pass over it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, visit } from './site';

const OUT = 'out';
const LESSON = '/en/learn/math/probability-and-softmax/';
/** The same server under another name: another origin, which would answer if it were asked. */
const foreign = (baseURL: string | undefined) => String(baseURL).replace('localhost', '127.0.0.1');

test('every page begins with its policy and asks for no referrer; no policy lets in what was not built', () => {
  const pages = readdirSync(OUT, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html') && !name.startsWith('code/'));
  expect(pages).toEqual(expect.arrayContaining(['index.html', '404.html', 'en/index.html', 'zh/share/index.html']));
  for (const name of pages) {
    const html = readFileSync(path.join(OUT, name), 'utf8');
    const [, policy = ''] =
      /<head><meta http-equiv="Content-Security-Policy" content="([^"]*)"\/><meta name="referrer" content="no-referrer"\/>/.exec(
        html,
      ) ?? [];
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
    const scripts = directives.get('script-src') ?? [];
    expect(
      scripts.filter((source) => !/^('self'|'wasm-unsafe-eval'|'sha256-[\w+/]{43}=')$/.test(source)),
      name,
    ).toEqual([]);
    expect(scripts.length, name).toBeGreaterThan(2);
    expect([directives.get('default-src'), directives.get('connect-src')], name).toEqual([["'none'"], ["'self'"]]);
    expect(policy, name).not.toMatch(/unsafe-eval'(?<!wasm-unsafe-eval')|script-src-(elem|attr)|https?:|\*/);
    expect(html.match(/http-equiv="Content-Security-Policy"/g), name).toHaveLength(1);
  }
});

const intrusions: Record<string, (elsewhere: string) => unknown> = {
  'an inline script': () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "intruder"';
    document.body.append(script);
  },
  'an event handler in markup': () => {
    const holder = document.createElement('div');
    holder.innerHTML = '<button onclick="document.title = \'intruder\'">x</button>';
    document.body.append(holder);
    holder.querySelector('button')?.click();
  },
  'a script from elsewhere': (elsewhere) =>
    new Promise((done) => {
      const script = document.createElement('script');
      script.src = `${elsewhere}/intruder.js`;
      script.onerror = done;
      document.body.append(script);
    }),
  // Later, because what a test evaluates at once may evaluate more.
  'text turned into code': () => {
    setTimeout('document.title = "intruder"', 0);
  },
  'a request to elsewhere': (elsewhere) => fetch(`${elsewhere}/roadmap.json`, { mode: 'no-cors' }).catch(() => null),
  'a picture from elsewhere': (elsewhere) =>
    new Promise((done) => {
      const picture = new Image();
      picture.onerror = done;
      picture.src = `${elsewhere}/icon.svg`;
    }),
  'an inline style sheet': () => {
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
  },
};

test('what gets into a page is stopped, and reported by these tests', async ({ page, baseURL, complaints }) => {
  for (const [name, intrude] of Object.entries(intrusions)) {
    await visit(page, '/en/share/');
    const title = await page.title();
    await page.evaluate(intrude, foreign(baseURL));
    await expect.poll(() => complaints.join('\n'), { message: name }).toMatch(/Content Security Policy/);
    complaints.length = 0;
    expect(await page.title(), name).toBe(title);
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
  }
});

test('a second browser profile is watched as the first', async ({ browser, complaints }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<title>x</title>');
  await page.evaluate(() => console.error('heard'));
  await expect.poll(() => complaints).toEqual(['console error: heard']);
  complaints.length = 0;
  await context.close();
});

test('Python reaches nothing but the page, neither by the doors a worker has nor around them', async ({
  page,
  baseURL,
  complaints,
}) => {
  test.setTimeout(120_000);
  await visit(page, LESSON);
  const exercise = page.locator('[data-exercise]');
  await exercise.scrollIntoViewIfNeeded();
  const field = exercise.locator('.cm-content[contenteditable="true"]');
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(
    [
      // The friendly refusal is for the curious; whoever takes it away must find nothing behind it.
      'import sys',
      'try:',
      '    import js',
      '    print("bridge: open")',
      'except ModuleNotFoundError:',
      '    sys.meta_path.pop(0)',
      '    import js',
      'scopes = js.self, js.WorkerGlobalScope.prototype, js.DedicatedWorkerGlobalScope.prototype',
      'names = "fetch", "indexedDB", "caches", "WebSocket", "importScripts", "Worker"',
      'found = [name for scope in scopes for name in names if getattr(scope, name, None) is not None]',
      'print("doors:", found)',
      'try:',
      '    js.setTimeout("0", 0)',
      '    js.Function("return 1")()',
      '    print("code from text: runs")',
      'except BaseException as problem:',
      '    print("code from text: stopped")',
    ].join('\n'),
  );
  await exercise.getByRole('button', { name: 'Run', exact: true }).click();
  const output = exercise.getByText(/^doors:/);
  await expect(output).toBeVisible({ timeout: 90_000 });
  await expect(output).toHaveText(/doors: \[\]\s*code from text: stopped/);
  await expect.poll(() => complaints.join('\n')).toMatch(/policy of a worker: script-src stopped eval/);
  complaints.length = 0;

  // What no script can take away from a worker: an import. Only the policy of the worker's own file stops it.
  const [worker] = page.workers();
  const answer = await worker?.evaluate(
    (address) =>
      import(address).then(
        () => 'came',
        () => 'stopped',
      ),
    `${foreign(baseURL)}/sw.js`,
  );
  expect(answer).toBe('stopped');
  await expect.poll(() => complaints.join('\n')).toMatch(/policy of a worker: script-src-elem stopped/);
  complaints.length = 0;
});
