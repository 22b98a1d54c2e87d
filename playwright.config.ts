import { defineConfig, devices } from '@playwright/test';
import { subpath, subpathRoot } from './tests/e2e/subpath-site';
import { findChromium } from './tests/find-chromium';

const port = Number(process.env.E2E_PORT ?? 4173);
/** A second host, which sends files and knows nothing of this site: one serves `out/` at its root, one has the site below a path. */
const plainHost = (folder: string, at: number) => ({
  command: `node node_modules/http-server/bin/http-server ${folder} -p ${at} --silent`,
  port: at,
  reuseExistingServer: false,
});
const plainPort = port + 1;
const subpathPort = port + 2;
const hosting = /(hosting|offline-subpath)\.spec\.ts$/;
const at = (where: number, path = '') => ({
  ...devices['Desktop Chrome'],
  viewport: { width: 1280, height: 900 },
  baseURL: `http://localhost:${where}${path}/`,
});
const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    // A worker would answer instead of the server that these tests are about; offline.spec.ts allows it.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
      testIgnore: hosting,
      grepInvert: /@phone-only/,
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 780 } },
      testIgnore: hosting,
      grep: /@phone/,
    },
    { name: 'plain host', use: at(plainPort), testMatch: hosting, grep: /@root/ },
    { name: 'subpath build', testMatch: 'subpath.setup.ts' },
    { name: 'subpath', use: at(subpathPort, subpath), testMatch: hosting, dependencies: ['subpath build'] },
  ],
  webServer: [
    {
      command: 'npx tsx lib/build/serve.ts',
      env: { PORT: String(port) },
      url: `http://localhost:${port}/en/`,
      timeout: 900_000,
      reuseExistingServer: false,
    },
    plainHost('out', plainPort),
    plainHost(subpathRoot, subpathPort),
  ],
});
