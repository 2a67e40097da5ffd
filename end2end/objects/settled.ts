import { expect, test, type Page } from "@playwright/test";

/** Whether this project's pages may run scripts. */
export const scripts = () => test.info().project.use.javaScriptEnabled !== false;

/**
 * Waits until the wasm has taken the page over and no form is on its way. Without scripts, and on documents that
 * bring no wasm, there is nothing to wait for.
 */
export async function settled(page: Page) {
  await page.waitForLoadState("load");
  if (!scripts() || (await page.locator("script#page").count()) === 0) return;
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", /.*/, { timeout: 15_000 });
  await expect(page.locator("form[data-busy]")).toHaveCount(0);
}
