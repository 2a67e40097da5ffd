import { expect, test } from "@playwright/test";
import { settled } from "../objects/settled";

test("pages look as they were chosen to, everywhere and at once", async ({ page }) => {
  await page.goto("/register");
  await settled(page);
  const link = page.getByRole("link", { name: "Версия для слабовидящих" });
  await expect(page.locator("a").nth(1)).toHaveText("Версия для слабовидящих");
  await link.click();
  await page.waitForURL("**/display");
  for (const answer of ["Белым по чёрному", "Очень крупный: 200 %", "Увеличенное", "Не показывать"]) {
    await page.getByRole("radio", { name: answer }).check();
  }
  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByText("Вид страниц изменён")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Белым по чёрному" })).toBeChecked();
  await page.getByRole("link", { name: "Назад" }).click();
  await page.waitForURL("**/register");
  const body = page.locator("body");
  await expect(body).toHaveCSS("color", "rgb(255, 255, 255)");
  await expect(body).toHaveCSS("font-size", "36px");
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(0, 0, 0)");
  await page.goto("/");
  await expect(page.locator(".art").first()).toBeHidden();
  await page.goto("/desk/login");
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "white");

  await page.goto("/display");
  await page.getByRole("button", { name: "Вернуть обычный вид" }).click();
  await expect(page.getByRole("radio", { name: "Как на устройстве" })).toBeChecked();
  await page.goto("/register");
  await expect(page.locator("html")).not.toHaveAttribute("data-scheme");
});
