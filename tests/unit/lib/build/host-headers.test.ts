/** What README tells the operators of other servers is what our own server sends, and the file for two of them says it too. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headersFile, headersFor, safetyHeaders, scriptPolicy } from '@/lib/build/host-headers';

const readme = readFileSync('README.md', 'utf8');
/** All code of README in one language. */
const block = (language: string): string =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text).join('');

test('README lists every header with the value that is sent', () => {
  for (const [name, value] of Object.entries(safetyHeaders)) expect(block('http')).toContain(`${name}: ${value}\n`);
  expect(block('http')).toContain(`Content-Security-Policy: ${scriptPolicy}\n`);
});

test('its configurations for nginx and Caddy send the same', () => {
  for (const server of ['nginx', 'caddyfile']) {
    for (const [name, value] of Object.entries({ ...safetyHeaders, script: scriptPolicy })) {
      expect(block(server).includes(value), `${server}: ${name}`).toBe(true);
    }
    expect(block(server)).toContain('public, max-age=31536000, immutable');
  }
});

test('a script has a policy of its own, a page forbids framing and leaves the rest to its own policy', () => {
  expect(headersFor('/zh/map/')['Content-Security-Policy']).toBe("frame-ancestors 'none'");
  for (const script of ['/sw.js', '/_next/static/chunks/a.js', '/python/0123456789ab/worker.mjs'])
    expect(headersFor(script)['Content-Security-Policy']).toBe(scriptPolicy);
  expect(headersFor('/roadmap.json')['Content-Security-Policy']).toBe("frame-ancestors 'none'");
});

test('the service worker and what has no hash are asked for again', () => {
  for (const target of ['/', '/sw.js', '/python/manifest.json', '/python/wheels/manifest.json', '/zh/'])
    expect([target, headersFor(target)['Cache-Control']]).toEqual([target, 'no-cache']);
});

test('the camera is allowed, whatever else asks the reader is not, and no wildcard is', () => {
  const features = safetyHeaders['Permissions-Policy'].split(', ');
  expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['camera=(self)']);
  expect(features).toEqual(expect.arrayContaining(['microphone=()', 'geolocation=()', 'payment=()', 'usb=()']));
});

test('the file for Cloudflare Pages and Netlify has rules of indented headers, below the base path', () => {
  const rules = headersFile('/layerwise').split(/^(?=\/)/m);
  expect(rules.map((rule) => rule.split('\n')[0])).toEqual([
    '/layerwise/*',
    '/layerwise/_next/static/*',
    '/layerwise/python/*',
    '/layerwise/sw.js',
  ]);
  for (const [name, value] of Object.entries(safetyHeaders)) expect(rules[0]).toContain(`\n  ${name}: ${value}\n`);
  for (const rule of rules.slice(1)) expect(rule).toContain(`\n  Content-Security-Policy: ${scriptPolicy}\n`);
  // Cloudflare's limit; a longer line is left out without a word.
  for (const line of rules.join('').split('\n')) expect(line.length).toBeLessThan(2000);
});
