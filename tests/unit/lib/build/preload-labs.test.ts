import { expect, test } from 'vitest';
import { withLabHints } from '@/lib/build/preload-labs';

const code = {
  registry: '/_next/static/chunks/registry.js',
  labs: new Map([
    ['one', ['/_next/static/chunks/frame.js', '/_next/static/chunks/one.js']],
    ['two', ['/_next/static/chunks/frame.js', '/_next/static/chunks/two.js']],
    ['three', ['/_next/static/chunks/frame.js', '/_next/static/chunks/three.js']],
  ]),
};
const page = (body: string) => `<html><head><meta charSet="utf-8"/></head><body>${body}</body></html>`;
const hints = (html: string) => [...html.matchAll(/<link rel="preload"[^>]* href="([^"]*)"\/>/g)].map(([, to]) => to);

test('a page names the scripts of its own labs, each once, at the end of its head', () => {
  const html = withLabHints(page('<section data-lab="one"></section><section data-lab="two"></section>'), code, '');
  expect(hints(html)).toEqual(
    ['registry.js', 'frame.js', 'one.js', 'two.js'].map((name) => `/_next/static/chunks/${name}`),
  );
  expect(html).toMatch(/two\.js"\/><\/head>/);
});

test('the addresses lie below the path of the site, and what the page already loads is not named again', () => {
  const html = withLabHints(
    page('<section data-lab="three"></section><script src="/base/_next/static/chunks/frame.js" async=""></script>'),
    code,
    '/base',
  );
  expect(hints(html)).toEqual(['/base/_next/static/chunks/registry.js', '/base/_next/static/chunks/three.js']);
});

test('a page without labs stays as it is', () => {
  expect(withLabHints(page('<p>data-lab</p>'), code, '')).toBe(page('<p>data-lab</p>'));
});
