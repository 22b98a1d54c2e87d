/** The browser's offer to install the site, kept from when it is made until someone asks for it. Chromium only. */
import { createStore } from 'zustand/vanilla';

type Offer = Event & { readonly prompt: () => Promise<unknown> };

export const installPrompt = createStore<{ readonly offer: Offer | null }>(() => ({ offer: null }));

if (typeof window !== 'undefined') {
  addEventListener('beforeinstallprompt', (event) => installPrompt.setState({ offer: event as Offer }));
  addEventListener('appinstalled', () => installPrompt.setState({ offer: null }));
}
