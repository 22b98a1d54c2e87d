/**
 * What a request asks for, by its address alone: queries are ours to ignore, since every file is static.
 *
 * Next asks for a page in four ways: the document; `index.txt` when a link is followed; and before that, when it expects a link to
 * be followed, a HEAD of the page and then `__next.*.txt`, which repeat what is in `index.txt`.
 */
export type Asked =
  /** Not for us: the browser goes on as if there were no worker. */
  | { readonly kind: 'none' }
  /** `exact`: the address is the page's own, with its slash. */
  | { readonly kind: 'page'; readonly page: string; readonly exact: boolean }
  | { readonly kind: 'probe'; readonly page: string }
  | { readonly kind: 'hint'; readonly page: string }
  | { readonly kind: 'payload'; readonly page: string }
  | { readonly kind: 'file'; readonly path: string };

/** Set by our own downloads: the worker must not answer them from what they are about to replace. */
export const bypassHeader = 'x-layerwise-download';

const none = { kind: 'none' } as const;

/** `scope` is the folder of the site as an absolute address, with its slash. */
export function readRequest(request: Request, scope: string): Asked {
  const url = new URL(request.url);
  const home = new URL(scope);
  if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return none;
  if (request.headers.has('range') || request.headers.has(bypassHeader)) return none;
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return none;
  const path = `/${url.pathname.slice(home.pathname.length)}`;
  if (request.method === 'HEAD') return path.endsWith('/') ? { kind: 'probe', page: path } : none;
  if (request.method !== 'GET' || path === '/sw.js') return none;
  if (request.mode === 'navigate') return readPage(path);
  const [, folder = '', name = ''] = /^(.*\/)([^/]*)$/.exec(path) ?? [];
  if (name === 'index.txt') return { kind: 'payload', page: folder };
  if (/^__next\..*\.txt$/.test(name)) return { kind: 'hint', page: folder };
  return { kind: 'file', path };
}

/** `/en/map`, `/en/map/` and `/en/map/index.html` are one page; an address with another suffix is a file opened in a tab. */
function readPage(path: string): Asked {
  const folder = path.replace(/(?<=\/)index\.html$/, '');
  if (folder.endsWith('/')) return { kind: 'page', page: folder, exact: folder === path };
  if (/\.[^/]+$/.test(folder)) return { kind: 'file', path };
  return { kind: 'page', page: `${folder}/`, exact: false };
}
