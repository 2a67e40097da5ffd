import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Registration } from "../objects/registration";
import { settled } from "../objects/settled";

test("a visit is found on the map, booked, moved and called off", async ({ page }) => {
  await new Registration(page).complete(citizen(), { phone: true });
  await page.goto("/centres?town=Реутов&service=confirmation");
  await page.getByRole("link", { name: /Записаться.*МФЦ Реутов/ }).click();
  await expect(page.getByRole("heading", { name: "МФЦ Реутов" })).toBeVisible();
  await settled(page);
  // Nothing chosen: it says so and stays.
  await page.getByRole("button", { name: "Выбрать время" }).click();
  await expect(page.getByText("Выберите один из вариантов")).toBeVisible();
  await settled(page);
  await page.getByRole("navigation", { name: "Дни" }).getByRole("link").nth(2).click();
  await expect(page.locator("[aria-current=date]")).toBeVisible();
  await settled(page);
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Выбрать время" }).click();
  await expect(page.getByText(/Держим это время/)).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Подтвердить запись" }).click();
  await expect(page.getByRole("heading", { name: "Вы записаны" })).toBeVisible();
  const code = page.locator(".visit__sign");
  await expect(code).toHaveText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await expect(page.getByRole("img", { name: "QR-код" })).toBeVisible();
  const first = await code.textContent();
  await settled(page);

  await page.getByRole("link", { name: "Перенести" }).click();
  await settled(page);
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: "Выбрать время" }).click();
  await expect(page.getByText("Прежняя запись отменится")).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Подтвердить запись" }).click();
  await expect(code).not.toHaveText(first ?? "");
  await settled(page);

  await page.getByRole("button", { name: "Отменить запись" }).click();
  await expect(page.getByText("Запись отменена")).toBeVisible();
  await expect(page.getByRole("link", { name: "Выбрать центр" })).toBeVisible();
});

test("whoever is not signed in comes back to the centre after signing in", async ({ page }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  await page.context().clearCookies();
  await page.goto("/cabinet/identity/visit?centre=reutov-mfc-1");
  await settled(page);
  await page.getByLabel("Логин", { exact: true }).fill(person.phone);
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Войти" }).click();
  await expect(page.getByRole("heading", { name: "МФЦ Реутов" })).toBeVisible();
});
