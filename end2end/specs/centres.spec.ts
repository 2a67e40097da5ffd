import { expect, test } from "@playwright/test";
import { scripts } from "../objects/settled";

test("a centre is found by town, on the map and in the list", async ({ page }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto("/centres");
  await page.getByLabel("Город", { exact: true }).fill("Тверь");
  await page.getByLabel("Услуга", { exact: true }).selectOption("Восстановить доступ");
  await page.getByRole("button", { name: "Показать" }).click();
  await expect(page.getByRole("heading", { name: /^Тверь: / })).toBeVisible();
  const first = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) }).first();
  const name = (await first.getByRole("heading").textContent())?.replace(/^1/, "") ?? "";
  await expect(first).toContainText("восстанавливают доступ");
  const map = page.getByRole("group", { name: "Карта центров" });
  await map.getByRole("link").filter({ hasText: /^1|Центры 1,/ }).first().click();
  await expect(page).toHaveURL(/#centre-/);
  await expect(page.locator(":target")).toContainText(name);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

test("from the whole country to a town", async ({ page }) => {
  await page.goto("/centres");
  const map = page.getByRole("group", { name: "Карта центров" });
  await map.getByRole("link", { name: /^Якутск/ }).click();
  await expect(page.getByLabel("Город", { exact: true })).toHaveValue(/^Якутск/);
  await expect(page.getByRole("listitem").filter({ hasText: "Якутск," }).first()).toBeVisible();
});

test("past the map by keyboard", async ({ page }) => {
  await page.goto("/centres");
  await page.getByRole("button", { name: "Показать" }).focus();
  const skip = page.getByRole("link", { name: "Пропустить карту, перейти к списку" });
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press("Tab");
    if (await skip.evaluate((own) => own === document.activeElement)) break;
  }
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#list$/);
});

test("the browser's place is asked for on request and stays in the browser", async ({ page, context }) => {
  test.skip(!scripts(), "a place is a script's to ask for");
  const button = page.getByRole("button", { name: "Ближайшие ко мне" });
  await page.goto("/centres");
  await button.click();
  await expect(page.getByText("Браузер не сообщил, где вы")).toBeVisible();
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 56.8621, longitude: 35.8833 });
  await button.click();
  await expect(page.getByRole("heading", { name: /^Тверь: / })).toBeVisible();
  expect(page.url()).not.toContain("56.8");
});
