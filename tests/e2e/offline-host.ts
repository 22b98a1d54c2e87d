/**
 * A host of its own for tests of the service worker: it can go down, as a network does, and be given a new build, as an operator does.
 * And that new build: the export with another name for Next, another chunk, a changed word on every page, through the same steps.
 */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeOffline } from '@/lib/build/offline/write-offline';
import { insertPolicy } from '@/lib/build/security-policy';
import { createServer } from '@/lib/build/serve';

export type Host = {
  readonly origin: string;
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  readonly publish: (folder: string) => void;
  /** What it does where `path` is asked for, until it is mended with null. */
  readonly spoil: (path: string | null, how?: 'silence' | 'sign-in page') => void;
};

export async function openHost(folder: string): Promise<Host> {
  let files = createServer(folder);
  let spoilt = { path: null as string | null, how: 'silence' };
  let server: http.Server;
  let port = 0;
  const up = async () => {
    server = http.createServer((request, response) => {
      if (request.url?.split('?')[0] !== spoilt.path) files.emit('request', request, response);
      else if (spoilt.how === 'sign-in page') response.writeHead(200, { 'content-type': 'text/html' }).end('Sign in');
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  await up();
  return {
    origin: `http://localhost:${port}`,
    up,
    down: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    publish: (next) => {
      files = createServer(next);
    },
    spoil: (at, how = 'silence') => {
      spoilt = { path: at, how };
    },
  };
}

/** The export as another build would have made it; returns its folder, to be removed by `discard`. */
export async function secondBuild(out: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'second-build-'));
  const names = readdirSync(out, { recursive: true }).map(String);
  const tree = readFileSync(path.join(out, 'en/__next._tree.txt'), 'utf8');
  const id = /"b":"([^"]+)"/.exec(tree)?.[1];
  // A script of every lesson, which no page of the site loads under its new name unless it is of the new build.
  const lesson = readFileSync(path.join(out, 'en/learn/math/self-attention-qkv/index.html'), 'utf8');
  const chunk = /chunks\/([\w.~-]+)\.js" async=""/.exec(lesson.slice(lesson.lastIndexOf('<script src=')))?.[1];
  if (!id || !chunk) throw new Error('the export is not written as it used to be');
  const renamed = (text: string) => text.replaceAll(id, 'second-build').replaceAll(`${chunk}.js`, `${chunk}-2.js`);
  for (const name of names) {
    const from = path.join(out, name);
    if (!statSync(from).isFile() || /^(\.|social|python.*\.br$)|\.br$/.test(name) || isTwin(out, name)) continue;
    const to = path.join(folder, name.replace(`${chunk}.js`, `${chunk}-2.js`));
    mkdirSync(path.dirname(to), { recursive: true });
    if (/\.html$/.test(name)) {
      const html = renamed(readFileSync(from, 'utf8')).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
      writeFileSync(to, insertPolicy(html.replace('<html ', '<html data-build="second" ')));
    } else if (/\.(txt|js)$/.test(name)) writeFileSync(to, renamed(readFileSync(from, 'utf8')));
    else copyFileSync(from, to);
  }
  await writeOffline(folder, '');
  return folder;
}

const isTwin = (out: string, name: string) =>
  name.endsWith('.gz') && readdirSync(path.dirname(path.join(out, name))).includes(path.basename(name, '.gz'));

export const discard = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Waits until a worker is in service and has fetched what it wants for this page, and what it fetches ahead: nothing more comes. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const filesHere = async () => {
      const names = await caches.keys();
      const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
      return files.reduce((sum, count) => sum + count, 0);
    };
    for (let before = -1, now = 0; before !== now || now === 0; ) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      before = now;
      now = await filesHere();
    }
  });
}
