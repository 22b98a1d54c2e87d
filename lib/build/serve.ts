/** `npm start`: builds when something changed, then serves `out/` as any static host would, and prints the address. */
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { build, isBuilt } from './build';
import { headersFor } from './host-headers';

const types: Record<string, string> = {
  '.webmanifest': 'application/manifest+json',
  '.whl': 'application/zip',
};

/** A server for `folder`, whose content it shows below `basePath`, as a host does that has other sites beside this one. */
export function createServer(folder: string, basePath = ''): http.Server {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    setHeaders(response, pathname) {
      for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
      const type = types[path.extname(pathname)];
      if (type) response.setHeader('Content-Type', type);
    },
  });
  return http.createServer((request, response) => {
    const missing = () => {
      const page = path.join(folder, '404.html');
      response.writeHead(404, { ...headersFor('/404.html'), 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    const target = request.url ?? '/';
    if (basePath && (target === '/' || target === basePath)) {
      response.writeHead(302, { Location: `${basePath}/` }).end();
    } else if (target.startsWith(`${basePath}/`)) {
      request.url = target.slice(basePath.length);
      files(request, response, missing);
    } else missing();
  });
}

async function start(): Promise<void> {
  if (!isBuilt()) await build();
  const port = Number(process.env.PORT ?? 3000);
  const basePath = process.env.BASE_PATH ?? '';
  const server = createServer('out', basePath);
  server.on('error', (error: NodeJS.ErrnoException) => {
    const hint =
      error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : error.message;
    console.error(hint);
    process.exit(1);
  });
  server.listen(port, () => console.log(`Layerwise is at http://localhost:${port}${basePath}/`));
}

if (process.argv[1]?.endsWith('serve.ts')) {
  start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
