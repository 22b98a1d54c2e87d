/** The part of a service worker's global scope that is used here: TypeScript offers it only in place of the page's. */

type Extendable = Event & { readonly waitUntil: (promise: Promise<unknown>) => void };

export type FetchAsked = Extendable & {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  readonly respondWith: (response: Promise<Response>) => void;
};

type Client = { readonly id: string; readonly postMessage: (message: unknown) => void };

export type WorkerScope = {
  readonly registration: ServiceWorkerRegistration;
  readonly caches: CacheStorage;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly get: (id: string) => Promise<Client | undefined>;
    readonly matchAll: (options: { readonly includeUncontrolled: boolean }) => Promise<readonly Client[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: Extendable) => void): void;
    (type: 'fetch', listener: (event: FetchAsked) => void): void;
    (type: 'message', listener: (event: Extendable & MessageEvent<unknown>) => void): void;
  };
};
