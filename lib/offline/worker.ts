/**
 * The service worker: `sw.js` at the foot of the site, bundled by lib/build/offline. It only joins the browser's events to the
 * functions that decide. See README.md beside it.
 */
import { createAnswers } from './answer';
import { greet, tidy } from './keep';
import type { ToWorker } from './messages';
import { enterService, prepareBuild } from './prepare';
import { readRequest } from './request-kind';
import { openSiteCopy } from './site-copy';
import type { WorkerScope } from './worker-scope';

/** Written in by the build: the hash of the index. */
declare const BUILD: string;

const worker = globalThis as unknown as WorkerScope;
const { registration, clients } = worker;
/** The browser looks for a newer worker at each navigation; more often than this makes no sense. */
const updatePause = 60_000;
let lastUpdate = 0;

const copy = openSiteCopy({
  scope: registration.scope,
  build: BUILD,
  caches: worker.caches,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  tell: (id, message) => void clients.get(id).then((client) => client?.postMessage(message)),
  update: () => {
    if (Date.now() - lastUpdate < updatePause) return;
    lastUpdate = Date.now();
    registration.update().catch(() => {});
  },
  isLatest: () => !registration.installing && !registration.waiting,
  savesData: () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
});
const answers = createAnswers(copy);

const isFirst = !registration.active;

worker.addEventListener('install', (event) => event.waitUntil(prepareBuild(copy)));

worker.addEventListener('activate', (event) => {
  const enter = async () => {
    const tabs = await clients.matchAll({ includeUncontrolled: true });
    await enterService(copy, new Set(tabs.map(({ id }) => id)));
    // On a first visit the page is not ours yet. Later, only pages of a forced reload are not, and they stay the network's.
    if (isFirst) await clients.claim();
  };
  event.waitUntil(enter());
});

worker.addEventListener('fetch', (event) => {
  const { request, clientId, resultingClientId } = event;
  const answer = answers.answer(readRequest(request, registration.scope), {
    request,
    clientId,
    resultingClientId,
    waitUntil: (promise) => event.waitUntil(promise),
  });
  if (answer) event.respondWith(answer);
});

worker.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  if (message.type === 'take-over') event.waitUntil(worker.skipWaiting());
  if (message.type === 'hello') event.waitUntil(copy.later(() => greet(copy, message.page)));
  if (message.type === 'describe') event.ports[0]?.postMessage({ build: BUILD });
  if (message.type === 'tidy') {
    event.waitUntil(copy.later(() => tidy(copy)).then(() => event.ports[0]?.postMessage({})));
  }
});

// Another worker has failed or succeeded, and may have noted it.
registration.addEventListener('updatefound', () => {
  registration.installing?.addEventListener('statechange', answers.forgetFacts);
});
