/** The import boundaries are lint rules: each must refuse the import it forbids and let the neighbour through. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const rules: readonly (readonly [file: string, forbidden: string, allowed: string])[] = [
  ['lib/search/rank.ts', 'react', 'zod'],
  ['lib/search/rank.ts', 'next/link', '@/lib/i18n/locale'],
  ['lib/search/rank.ts', '@/components/ui/copy-button', '@/lib/random'],
  ['lib/search/rank.ts', '../random', './index-file'],
  ['lib/ml/softmax.ts', '@/lib/content/load', '@/lib/ml/tape/tensor'],
  ['lib/ml/softmax.ts', 'zod', '@/lib/random'],
  ['lib/random.ts', '@/lib/labs/core', '@/lib/ml/tape/tensor'],
  ['components/ui/button.tsx', '@/components/lesson/check', '@/lib/i18n/locale'],
  ['components/ui/button.tsx', '@/lib/progress/store', 'react'],
  ['components/map/node.tsx', '@/components/lesson/check', '@/components/progress/status-mark'],
  ['components/progress/mark.tsx', '@/components/map/node', '@/lib/progress/store'],
  ['components/share/sheet.tsx', '@/components/roadmap/strata', '@/components/ui/copy-button'],
  ['components/search/dialog.tsx', '@/components/map/node', '@/components/progress/use-progress'],
  ['components/milestone/step.tsx', '@/components/paths/editor', '@/components/progress/use-progress'],
  ['components/placement/form.tsx', '@/components/lesson/check-number', '@/components/progress/use-progress'],
  ['components/paths/editor.tsx', '@/components/lesson/check', '@/components/share/qr-panel'],
  ['components/cohort/table.tsx', '@/components/paths/editor', '@/components/share/facts'],
  ['components/offline/stage.tsx', '@/components/share/facts', '@/components/progress/notice-bar'],
  ['components/hand-over/receive.tsx', '@/components/paths/editor', '@/components/progress/me-import'],
  ['components/stored/page.tsx', '@/components/paths/editor', '@/components/offline/delete'],
  ['components/chrome/header.tsx', '@/components/search/dialog', '@/components/search/search-button'],
  ['components/python/editor.tsx', '@/components/progress/status-mark', '@/lib/python/client'],
  ['components/lesson/check.tsx', '@/components/roadmap/strata', '@/components/labs/lab-by-id'],
  ['components/lesson/check.tsx', '@/components/labs/lora-rank/core', '@/components/labs/frame/lab-types'],
  ['components/lesson/check.tsx', '@/app/page', '@/lib/content/load'],
  ['components/lesson/check.tsx', '@/content/math/x.mdx', './verdict'],
  ['components/labs/lora-rank/view.tsx', '@/components/labs/bpe-stepper/core', '@/components/labs/frame/lab-frame'],
  ['components/labs/lora-rank/view.tsx', 'next/link', 'react'],
  ['components/labs/lora-rank/view.tsx', '@/lib/progress/store', '@/lib/ml/svd'],
  ['components/labs/lora-rank/core.ts', 'react', '@/lib/labs/core'],
  ['components/labs/lora-rank/core.ts', '@/components/labs/frame/lab-types', './modules'],
  ['components/labs/lora-rank/core.ts', '@/lib/content/load', '@/lib/random'],
];

/** Lints files that hold nothing but imports with the project's own configuration; returns `file import` of each refusal. */
function refusals(): ReadonlySet<string> {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'layerwise-lint-')));
  const sources = new Map<string, string[]>();
  for (const [file, forbidden, allowed] of rules) sources.set(file, [...(sources.get(file) ?? []), forbidden, allowed]);
  for (const [file, list] of sources) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), list.map((source) => `import '${source}';\n`).join(''));
  }
  copyFileSync('biome.json', path.join(root, 'biome.json'));
  mkdirSync(path.join(root, 'node_modules/@biomejs/biome'), { recursive: true });
  const biome = path.resolve('node_modules/.bin/biome');
  const options = [
    'lint',
    '--reporter=github',
    '--vcs-enabled=false',
    '--max-diagnostics=none',
    '--only=style/noRestrictedImports',
  ];
  const run = spawnSync(biome, [...options, '.'], { cwd: root, encoding: 'utf8' });
  rmSync(root, { recursive: true });
  const found = [...run.stdout.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/g)];
  return new Set(
    found.map(([, full = '', line]) => {
      const file = path.relative(root, full);
      return `${file} ${sources.get(file)?.[Number(line) - 1]}`;
    }),
  );
}

const refused = refusals();

test.each(rules)('%s may not import %s but may import %s', (file, forbidden, allowed) => {
  expect(refused).toContain(`${file} ${forbidden}`);
  expect(refused).not.toContain(`${file} ${allowed}`);
});
