/** Labs by keyboard alone; their state in the address, across languages; every goal reachable from the page. */
import { brokenRules, expect, labIds, settle, test, unfold, visit } from './site';

test('the goal of the softmax lab is met by keyboard only, and kept', async ({ page }) => {
  await visit(page, '/en/labs/softmax-temperature/');
  const lab = page.locator('[data-lab="softmax-temperature"]');
  const slider = lab.getByRole('slider', { name: /Temperature/ });
  for (let i = 0; i < 200 && !(await slider.evaluate((element) => element === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(slider).toBeFocused();
  for (let i = 0; i < 300; i += 1) {
    if ((await lab.locator('[data-goal]').getAttribute('data-goal')) === 'met') break;
    await page.keyboard.press('ArrowLeft');
  }
  await expect(lab.locator('[data-goal="met"]')).toBeVisible();
  await visit(page, '/en/labs/');
  await expect(page.locator('[data-lab-card="softmax-temperature"] [data-goal="met"]')).toBeVisible();
});

test('a lab’s state is in its address and survives the switch of language', async ({ page }) => {
  await visit(page, '/en/labs/softmax-temperature/');
  const slider = page.getByRole('slider', { name: /Temperature/ });
  await slider.focus();
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowLeft');
  const value = await slider.inputValue();
  // The address follows a moment after the last step.
  await page.waitForFunction((last) => new URLSearchParams(location.search).get('temperature') === last, value);
  await page.locator('.site-tools a[hreflang="zh-Hans"]').click();
  await page.waitForURL(/\/zh\/labs\/softmax-temperature\/\?/);
  await settle(page);
  await expect(page.getByRole('slider', { name: /温度/ })).toHaveValue(value);
});

test('hostile addresses leave every lab standing', async ({ page }) => {
  test.setTimeout(180_000);
  const { labs } = (await (await page.request.get('/roadmap.json')).json()) as { labs: { id: string }[] };
  expect(labs.map(({ id }) => id).sort()).toEqual([...labIds].sort());
  for (const id of labIds) {
    await visit(
      page,
      `/en/labs/${id}/?temperature=NaN&logits=9e999_x&seed=-1&step=1e9&bits=0&text=%3Cscript%3E&__proto__=1`,
    );
    await expect(page.locator(`[data-lab="${id}"] .lab-summary`)).toBeVisible();
    await expect(page.locator('.lab-broken')).toHaveCount(0);
  }
});

for (const id of labIds) {
  test(`${id} shows one solution that meets its goal, reads well by axe, can be undone, and opens its code`, async ({
    page,
  }) => {
    // Long work starts with the solution, and shares the processor with other tests.
    test.setTimeout(180_000);
    await visit(page, `/zh/labs/${id}/`);
    const lab = page.locator(`[data-lab="${id}"]`);
    await lab.getByRole('button', { name: '看一种解法' }).click();
    await expect(lab.locator('[data-goal="met"]')).toBeVisible({ timeout: 120_000 });
    await unfold(page);
    expect(await brokenRules(page, 'all', `[data-lab="${id}"]`)).toEqual([]);
    const undo = lab.getByRole('button', { name: '撤销', exact: true });
    // Where long work was all that was missing nothing was moved, and there is nothing to undo.
    const works = (await lab.locator('[data-work], [data-training]').count()) > 0;
    if (!works || (await undo.isEnabled())) {
      await undo.click();
      await expect(lab.locator('[data-goal="open"]')).toBeVisible();
    }
    await expect(lab.locator('figure.code').first()).toBeVisible();
  });
}
