/** `npm start`: builds when something changed, then serves `out/` as any static host would, and prints the address. */
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { build, stampFile } from './build';
import { stampInputs } from './stamp';

const YEAR = 31_536_000;
const types: Record<string, string> = {
  '.webmanifest': 'application/manifest+json',
  '.whl': 'application/zip',
};

/** What a `<meta>` cannot say; README names the same for other servers. */
const safety = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

/** A server for `folder`; files with a hash in their path are cached for ever, pages are always asked for again. */
export function createServer(folder: string): http.Server {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    setHeaders(response, pathname) {
      const hashed = /^\/(_next\/static|python\/[0-9a-f]{8,})\//.test(pathname);
      response.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      const type = types[path.extname(pathname)];
      if (type) response.setHeader('Content-Type', type);
    },
  });
  return http.createServer((request, response) => {
    for (const [name, value] of Object.entries(safety)) response.setHeader(name, value);
    files(request, response, () => {
      const page = path.join(folder, '404.html');
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    });
  });
}

async function start(): Promise<void> {
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (built !== stampInputs('.')) await build();
  const port = Number(process.env.PORT ?? 3000);
  const server = createServer('out');
  server.on('error', (error: NodeJS.ErrnoException) => {
    const hint =
      error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : error.message;
    console.error(hint);
    process.exit(1);
  });
  server.listen(port, () => console.log(`Layerwise is at http://localhost:${port}/`));
}

if (process.argv[1]?.endsWith('serve.ts')) {
  start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
