import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import routes from "../routes.json";
import { citizen } from "../objects/citizen";
import { scripts } from "../objects/settled";
import { errors, visits } from "../objects/visits";

test("every route has a visit", () => {
  expect(Object.keys(visits).sort()).toEqual([...routes].sort());
});

const everything = { ...visits, ...errors };

for (const [name, visit] of Object.entries(everything)) {
  test(`${name}: one heading, no scroll at 320 px, axe finds nothing`, async ({ page, browser }) => {
    const violations: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|panicked|hydrat/i.test(message.text())) violations.push(message.text());
    });
    await visit(page, citizen());
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/Ступени$/);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map((one) => one.id));
    expect(new Set(ids).size).toBe(ids.length);
    await expect(page.locator("[placeholder]")).toHaveCount(0);
    if (scripts()) await judge(page);
    await page.setViewportSize({ width: 320, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    if (scripts()) {
      expect(await wideWithSpace(page)).toBeLessThanOrEqual(320);
      expect(await wideAtDoubleText(page)).toBeLessThanOrEqual(640);
      await judgeSchemes(page);
    }
    expect(violations).toEqual([]);
    if (scripts()) await judgeWithoutWasm(browser, page);
  });
}

/** Text of 200 % on a screen of 640 px (A4). */
async function wideAtDoubleText(page: Page): Promise<number> {
  await page.setViewportSize({ width: 640, height: 700 });
  return page.evaluate(() => {
    document.documentElement.style.setProperty("font-size", "200%");
    return document.documentElement.scrollWidth;
  });
}

/** Letters and lines further apart, as «Версия для слабовидящих» has them. */
function wideWithSpace(page: Page): Promise<number> {
  return page.evaluate(() => {
    document.documentElement.dataset.space = "wide";
    const wide = document.documentElement.scrollWidth;
    delete document.documentElement.dataset.space;
    return wide;
  });
}

/** The colours of each scheme of «Версия для слабовидящих». */
async function judgeSchemes(page: Page) {
  for (const scheme of ["black", "white", "blue"]) {
    await page.evaluate((scheme) => (document.documentElement.dataset.scheme = scheme), scheme);
    const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map((node) => `${scheme}: ${node.html}`))).toEqual([]);
  }
}

async function judge(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  }
}

/** The page as it is before the wasm: scripts may run (axe needs them), the wasm never comes. */
async function judgeWithoutWasm(browser: import("@playwright/test").Browser, page: Page) {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const bare = await context.newPage();
  await bare.route("**/pkg/**", (route) =>
    route.request().url().endsWith(".css") ? route.continue() : route.abort(),
  );
  await bare.goto(page.url());
  await judge(bare);
  await context.close();
}
