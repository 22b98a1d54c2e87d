/** WCAG 2.2 AA by axe: every kind of page, both languages, both themes; and nothing wider than a phone. */
import { brokenRules, expect, labIds, test, unfold, visit } from './site';

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

for (const locale of ['en', 'zh']) {
  for (const path of pages) {
    test(`axe: /${locale}/${path}`, async ({ page }) => {
      // The themes share every element and differ in colours.
      for (const [colorScheme, asked] of [
        ['light', 'all'],
        ['dark', 'colours'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await visit(page, `/${locale}/${path}`);
        await unfold(page);
        expect(await brokenRules(page, asked), colorScheme).toEqual([]);
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
  expect(await brokenRules(page)).toEqual([]);
  // The address is meant to be missing.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
});
