import { expect, test } from 'vitest';
import { installWay } from '@/components/offline/install-way';

const way = (userAgent: string, maxTouchPoints = 0) => installWay({ userAgent, maxTouchPoints });
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test('each browser is told its own way', () => {
  expect(way(`${mac} Version/18.0 Safari/605.1.15`)).toBe('mac');
  expect(way(`${mac} Chrome/131.0.0.0 Safari/537.36`)).toBe('chromium');
  expect(way('Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0')).toBe('firefox');
  expect(way('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36', 5)).toBe(
    'chromium',
  );
  expect(way('Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0', 5)).toBe('firefox');
  expect(way('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 5)).toBe('ios');
});

test('an iPad that says it is a Mac is an iPad', () => {
  expect(way(`${mac} Version/18.0 Safari/605.1.15`, 5)).toBe('ios');
});
