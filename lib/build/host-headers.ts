/** What a host should send beside each file. README says the same in the words of other servers; a test compares them. */

const immutable = 'public, max-age=31536000, immutable';

/** Of no use here, so that nothing that got into a page could ask for it. Clipboard, sharing and full screen stay as they are. */
const unused =
  'accelerometer display-capture geolocation gyroscope hid local-fonts magnetometer microphone midi payment serial usb';

/** With every answer: what a `<meta>` in the page cannot say. */
export const safetyHeaders = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The camera reads QR codes.
  'Permissions-Policy': ['camera=(self)', ...unused.split(' ').map((feature) => `${feature}=()`)].join(', '),
} as const;

/**
 * With scripts, in place of the policy above. A worker lives by the policy of its own file, not of the page that starts it: this
 * is what keeps Python that a learner has from a stranger off the network. Scripts of a page are not changed by it.
 */
export const scriptPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** `pathname` is below the base path. One with a hash names the same bytes for ever; all others are asked for again. */
export function headersFor(pathname: string): Readonly<Record<string, string>> {
  const hashed = /^\/(_next\/static|python\/[0-9a-f]{8,})\//.test(pathname);
  return {
    ...safetyHeaders,
    ...(/\.m?js$/.test(pathname) ? { 'Content-Security-Policy': scriptPolicy } : {}),
    'Cache-Control': hashed ? immutable : 'no-cache',
  };
}

/**
 * The same as a file that Cloudflare Pages and Netlify read from the folder they publish; to others it is one more file. The first
 * joins the values of two rules that fit, the second takes the closer rule: either way a worker is bound. `/python/` holds files
 * without a hash too, so nothing is said of how long it is kept.
 */
export function headersFile(basePath: string): string {
  const scripts = { 'Content-Security-Policy': scriptPolicy };
  const rules: Record<string, Readonly<Record<string, string>>> = {
    '/*': safetyHeaders,
    '/_next/static/*': { ...scripts, 'Cache-Control': immutable },
    '/python/*': scripts,
    '/sw.js': scripts,
  };
  return Object.entries(rules)
    .map(([pattern, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${basePath}${pattern}\n${lines.join('')}`;
    })
    .join('');
}
