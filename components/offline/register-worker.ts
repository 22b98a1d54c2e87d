import { withBasePath } from '@/lib/i18n/routes';

/** As often as one likes: the browser knows its worker. Undefined where it may not have one, or none is built. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (process.env.NODE_ENV !== 'production') return undefined;
  return navigator.serviceWorker?.register(withBasePath('/sw.js'), { updateViaCache: 'none' }).catch(() => undefined);
}
