/**
 * `npm run test:hosts`: starts nginx and Caddy with the configurations that README shows, only their addresses and folders changed,
 * and asks for one file of each kind. Needs both servers, openssl and a build in `out/`; not part of `npm test`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headersFor } from '@/lib/build/host-headers';

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>> };
type Host = { readonly name: string; readonly port: number; readonly start: (folder: string) => ChildProcess };

const OUT = path.resolve('out');
const readme = readFileSync('README.md', 'utf8');

function configuration(language: string, changes: readonly (readonly [RegExp, string])[]): string {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
  if (!text) throw new Error(`README shows no ${language}`);
  return changes.reduce((changed, [from, to]) => {
    if (!from.test(changed)) throw new Error(`${language} in README no longer has ${from}`);
    return changed.replace(from, to);
  }, text);
}

const nginx: Host = {
  name: 'nginx',
  port: 4381,
  start(folder) {
    const site = configuration('nginx', [
      [/listen 443/, `listen ${nginx.port}`],
      [/\/etc\/ssl\/learn\.pem/, path.join(folder, 'site.pem')],
      [/\/etc\/ssl\/learn\.key/, path.join(folder, 'site.key')],
      [/\/srv\/layerwise\/out/, OUT],
    ]);
    copyFileSync('/etc/nginx/mime.types', path.join(folder, 'mime.types'));
    const stores = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const file = path.join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `daemon off; pid ${folder}/pid; error_log ${folder}/errors; events {}\nhttp { access_log off; ${stores.join(' ')}\n${site}\n}\n`,
    );
    return spawn('nginx', ['-c', file], { stdio: 'inherit' });
  },
};

const caddy: Host = {
  name: 'Caddy',
  port: 4382,
  start(folder) {
    const site = configuration('caddyfile', [
      [/learn\.example\.org \{/, `https://localhost:${caddy.port} {\n\ttls ${folder}/site.pem ${folder}/site.key`],
      [/\/srv\/layerwise\/out/, OUT],
    ]);
    const file = path.join(folder, 'Caddyfile');
    writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n${site}`);
    return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], { stdio: 'ignore' });
  },
};

const ask = (port: number, target: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const options = { host: 'localhost', port, path: target, headers, rejectUnauthorized: false, agent: false };
    https
      .get(options, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      })
      .on('error', reject);
  });

/** What is wrong with one answer, in words; nothing when all is well. */
function complaints(target: string, { status, headers }: Answer, expected: { status: number; type: RegExp }): string[] {
  const wrong = status === expected.status ? [] : [`status ${status}`];
  if (!expected.type.test(String(headers['content-type']))) wrong.push(`type ${headers['content-type']}`);
  if (expected.type.source.includes('html') && !/^(br|gzip)$/.test(String(headers['content-encoding'])))
    wrong.push('not compressed');
  // What is missing is answered with the missing page, and with its headers.
  const sent = headersFor(status === 404 ? '/404.html' : target);
  for (const [name, value] of Object.entries({ ...sent, 'Strict-Transport-Security': 'max-age=31536000' }))
    if (headers[name.toLowerCase()] !== value) wrong.push(`${name}: ${headers[name.toLowerCase()]}`);
  return wrong;
}

async function waitFor(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await new Promise<boolean>((done) => {
      const socket = net.connect(port, 'localhost', () => done(socket.destroy() !== null));
      socket.on('error', () => done(false));
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nothing answers at port ${port}`);
}

async function main(): Promise<void> {
  if (!existsSync(path.join(OUT, '404.html'))) throw new Error('there is no build in out/: npm run build');
  const chunk = readdirSync(path.join(OUT, '_next/static/chunks')).find((name) => name.endsWith('.js'));
  const python = readdirSync(path.join(OUT, 'python')).find((name) => /^[0-9a-f]{12}$/.test(name));
  const html = /^text\/html; ?charset=utf-8$/i;
  const script = /^(text|application)\/javascript/;
  const targets: Record<string, { status: number; type: RegExp }> = {
    '/': { status: 200, type: html },
    '/zh/map/': { status: 200, type: html },
    '/nowhere/': { status: 404, type: html },
    '/_next/static/chunks/gone.js': { status: 404, type: html },
    [`/_next/static/chunks/${chunk}`]: { status: 200, type: script },
    [`/python/${python}/worker.mjs`]: { status: 200, type: script },
    '/python/manifest.json': { status: 200, type: /^application\/json/ },
    '/zh/manifest.webmanifest': { status: 200, type: /^application\/manifest\+json/ },
    '/sw.js': { status: 200, type: script },
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'hosts-'));
  try {
    const key = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
    const made = spawnSync('openssl', [...key, '-keyout', `${folder}/site.key`, '-out', `${folder}/site.pem`]);
    if (made.status !== 0) throw new Error(`no certificate: ${made.stderr}`);
    for (const host of [nginx, caddy]) {
      const server = host.start(folder);
      try {
        await waitFor(host.port);
        for (const [target, expected] of Object.entries(targets)) {
          const wrong = complaints(target, await ask(host.port, target), expected);
          console.log(`${host.name} ${target}: ${wrong.join(', ') || 'as it should be'}`);
          if (wrong.length > 0) process.exitCode = 1;
        }
        // Without its slash an address leads to the page, at once or by being sent on.
        const bare = await ask(host.port, '/zh/map');
        const found = bare.status === 200 || (bare.status === 308 && bare.headers.location === '/zh/map/');
        console.log(`${host.name} /zh/map: ${found ? 'as it should be' : `status ${bare.status}`}`);
        if (!found) process.exitCode = 1;
      } finally {
        server.kill();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
