/** Every pairing of ink and paper that the site uses meets WCAG 2.2 AA, in light and in dark. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('app/styles/tokens.css', 'utf8');

function colour(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = theme === 'light' ? match?.[1] : match?.[2];
  if (!value) throw new Error(`No colour ${name}`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The token file itself. */
const allowed = new Set(['app/styles/tokens.css']);

const stages = ['math', 'toolchain', 'engineering', 'frontier'];
const washes = [...stages.map((stage) => `${stage}-wash`), 'good-wash', 'bad-wash', 'warn-wash'];
const papers = ['paper', 'raised', 'sunken'];

const text: [string, string][] = [
  ...['ink', 'soft', 'faint', 'good', 'bad', 'warn', ...stages].flatMap((ink) =>
    papers.map((paper): [string, string] => [ink, paper]),
  ),
  ...['ink', 'soft'].flatMap((ink) => washes.map((wash): [string, string] => [ink, wash])),
  ...stages.map((stage): [string, string] => ['faint', `${stage}-wash`]),
  ...stages.map((stage): [string, string] => [stage, `${stage}-wash`]),
  ...stages.map((stage): [string, string] => ['on-accent', stage]),
  ...['good', 'bad', 'warn'].map((verdict): [string, string] => [verdict, `${verdict}-wash`]),
  ...['comment', 'keyword', 'string', 'number', 'name', 'type'].map((kind): [string, string] => [
    `code-${kind}`,
    'sunken',
  ]),
];
/** Outlines of controls and marks of plots: WCAG 1.4.11. */
const graphics: [string, string][] = [
  ...papers.map((paper): [string, string] => ['strong', paper]),
  ...stages.map((stage): [string, string] => ['strong', `${stage}-wash`]),
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => papers.map((paper): [string, string] => [`data-${n}`, paper])),
];

test.each(['light', 'dark'] as const)('text is readable on %s paper (4.5:1)', (theme) => {
  const low = text.filter(([ink, paper]) => contrast(colour(ink, theme), colour(paper, theme)) < 4.5);
  expect(low.map(([a, b]) => `${a} on ${b}: ${contrast(colour(a, theme), colour(b, theme)).toFixed(2)}`)).toEqual([]);
});

test.each(['light', 'dark'] as const)('controls and plots stand out on %s paper (3:1)', (theme) => {
  const low = graphics.filter(([ink, paper]) => contrast(colour(ink, theme), colour(paper, theme)) < 3);
  expect(low.map(([a, b]) => `${a} on ${b}: ${contrast(colour(a, theme), colour(b, theme)).toFixed(2)}`)).toEqual([]);
});

test('contrast is measured as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('components and styles use roles, never raw colours', () => {
  const raw = /#[0-9a-f]{3,8}\b(?![-\w])|\brgba?\(|\bhsla?\(/i;
  const files = ['app', 'components']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
    .filter((file) => /\.(tsx|css)$/.test(file) && !allowed.has(file));
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (raw.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
