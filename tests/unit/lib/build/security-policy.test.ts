/** The policy allows exactly the inline scripts the build wrote. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { insertPolicy, policyFor, protectPages } from '@/lib/build/security-policy';

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.split(' ')
    .slice(1) ?? [];

test('a known script has the hash that browsers compute', () => {
  // Value of the example in CSP Level 3, §8.2 of the draft: alert('Hello, world.');
  const html = "<script>alert('Hello, world.');</script>";
  expect(directive(policyFor(html), 'script-src')).toContain("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
});

test('each inline script is allowed by its own hash, the same one once', () => {
  const html = '<script>one()</script><p/><script type="module">two()</script><script nonce="">one()</script>';
  const allowed = directive(policyFor(html), 'script-src').filter((source) => source.startsWith("'sha256-"));
  expect(allowed).toEqual([hashOf('one()'), hashOf('two()')]);
});

test('line breaks and markup inside a script belong to its hash', () => {
  const body = '\nself.x="<b>&amp;</b>"\n// é 逐层\n';
  expect(policyFor(`<script>${body}</script>`)).toContain(hashOf(body));
});

test('files and data are not inline scripts', () => {
  const html =
    '<script src="/a.js" async=""></script><script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>';
  expect(policyFor(html)).not.toContain('sha256-');
});

test('no inline script or style sheet is allowed wholesale, no eval, and nothing from elsewhere', () => {
  const policy = policyFor('<script>x()</script>');
  const scripts = directive(policy, 'script-src');
  expect(scripts).not.toContain("'unsafe-inline'");
  expect(scripts).not.toContain("'unsafe-eval'");
  expect(directive(policy, 'style-src')).toEqual(["'self'"]);
  expect(directive(policy, 'default-src')).toEqual(["'none'"]);
  expect(policy).not.toMatch(/https?:|\*|style-src-elem/);
});

test('policy and referrer rule stand first in the head, before anything they govern', () => {
  const html = insertPolicy('<html><head lang="en"><script>x()</script></head><body></body></html>');
  expect(html).toMatch(
    /<head lang="en"><meta http-equiv="Content-Security-Policy" content="[^"]+"\/><meta name="referrer" content="no-referrer"\/><script>/,
  );
});

test('a fragment has no head, even where it has a header', () => {
  const fragment = '<header class="a"><thead><tr></tr></thead></header>';
  expect(insertPolicy(fragment)).toBe(fragment);
});

test('what is a pattern to `replace` is left as it is', () => {
  expect(insertPolicy('<head data-a="$&$1"></head>')).toContain('<head data-a="$&$1"><meta');
});

test('every page of a folder is rewritten; fragments and other files are not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-'));
  try {
    mkdirSync(path.join(folder, 'zh'));
    const page = '<head></head><script>x()</script>';
    for (const name of ['404.html', 'zh/index.html', 'notes.txt']) writeFileSync(path.join(folder, name), page);
    writeFileSync(path.join(folder, 'zh/code.html'), '<pre>1</pre>');
    expect(protectPages(folder)).toBe(2);
    expect(readFileSync(path.join(folder, 'zh/index.html'), 'utf8')).toBe(insertPolicy(page));
    expect(readFileSync(path.join(folder, 'notes.txt'), 'utf8')).toBe(page);
    expect(readFileSync(path.join(folder, 'zh/code.html'), 'utf8')).toBe('<pre>1</pre>');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
