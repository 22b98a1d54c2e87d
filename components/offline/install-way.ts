/** How this browser installs a site. All of them pretend to be others; these few signs are what tells them apart. */
export const installWays = ['ios', 'mac', 'chromium', 'firefox'] as const;
export type InstallWay = (typeof installWays)[number];

type Signs = { readonly userAgent: string; readonly maxTouchPoints?: number };

export function installWay({ userAgent, maxTouchPoints = 0 }: Signs): InstallWay {
  // An iPad says that it is a Mac; Macs have no touch screen.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  return /Macintosh/.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent) ? 'mac' : 'chromium';
}
