/** WCAG 2.2 AA by axe: every kind of page, both languages, both themes; and nothing wider than a phone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, labIds, test, visit } from './site';

const pages = [
  '',
  'learn/math/probability-and-softmax/',
  'learn/math/self-attention-qkv/',
  'learn/math/what-is-an-llm/',
  'learn/toolchain/finetune-bert-with-trainer/',
  'learn/toolchain/lora-and-peft/',
  'learn/engineering/quantization-int8-int4/',
  'learn/engineering/rest-api-with-fastapi/',
  'learn/frontier/react-agents/',
  'stages/math/',
  'map/',
  'concepts/softmax/',
  'labs/',
  ...labIds.map((id) => `labs/${id}/`),
  'share/',
  'me/',
  'resources/',
];
/** axe does not read MathML and takes a header that is a formula for an empty one. */
const misread = ['empty-table-header'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Tables, code and rarer settings are folded away; what is wrong with them would not be found. */
const unfold = (page: Page) =>
  page.locator('.lab details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

for (const locale of ['en', 'zh']) {
  for (const path of pages) {
    test(`axe: /${locale}/${path}`, async ({ page }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await visit(page, `/${locale}/${path}`);
        await unfold(page);
        const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(misread).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
          ),
        ).toEqual([]);
      }
    });

    test(`fits a phone: /${locale}/${path} @phone-only`, async ({ page }) => {
      await visit(page, `/${locale}/${path}`);
      await unfold(page);
      const { wide, screen } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        screen: window.innerWidth,
      }));
      expect(wide).toBeLessThanOrEqual(screen);
    });
  }
}

test('axe: the two doors and the missing page', async ({ page, complaints }) => {
  await page.goto('/nowhere/');
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(misread).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual(
    [],
  );
  // The address is meant to be missing.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
});
