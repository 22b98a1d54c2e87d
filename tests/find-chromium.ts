/** Where a Chromium is on this machine, or how to get one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a browser to use, or undefined when Playwright's own is installed (it finds that itself) or none is. */
export function findChromium(): string | undefined {
  return usual.find((file) => file && existsSync(file));
}

function isInstalled(): boolean {
  return findChromium() !== undefined || existsSync(chromium.executablePath());
}

/** Installs a Chromium when there is none: Playwright's, else Debian's. Returns false, having said why, when neither works. */
export function ensureChromium(): boolean {
  if (isInstalled()) return true;
  console.log('No Chromium found; asking Playwright for one.');
  spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
  if (isInstalled()) return true;
  console.log("Playwright could not download one; trying Debian's.");
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...words: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...words];
    spawnSync(command, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  if (isInstalled()) return true;
  console.error('The browser tests need Chromium. Install it, or set CHROMIUM_PATH to one, and run again.');
  return false;
}
