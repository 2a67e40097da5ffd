import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Registration } from "../objects/registration";
import { settled } from "../objects/settled";

test("what is typed before the wasm arrives stays, with focus and caret", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await route.continue();
  });
  await page.goto("/register", { waitUntil: "commit" });
  const registration = new Registration(page);
  await page.getByLabel("Фамилия", { exact: true }).fill("Салтыков-Щедрин");
  await page.getByLabel("Имя", { exact: true }).fill("Михаил");
  await registration.phone().fill("8 (900) 123-45-67");
  await registration.consent().check();
  const email = registration.email();
  await email.click();
  await page.keyboard.type("a@b.ru");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("html")).not.toHaveAttribute("data-hydrated");
  await settled(page);
  await expect(page.getByLabel("Фамилия", { exact: true })).toHaveValue("Салтыков-Щедрин");
  await expect(page.getByLabel("Имя", { exact: true })).toHaveValue("Михаил");
  await expect(registration.phone()).toHaveValue("8 (900) 123-45-67");
  await expect(registration.consent()).toBeChecked();
  await expect(email).toHaveValue("a@b.ru");
  await expect(email).toBeFocused();
});

test("the form can be sent while the wasm is still on its way", async ({ page }) => {
  await page.route("**/*.wasm", () => {});
  const person = citizen();
  await page.goto("/register", { waitUntil: "commit" });
  const registration = new Registration(page);
  await registration.fillForm(person, { phone: true });
  await registration.submitForm();
  await page.waitForURL("**/register/code", { waitUntil: "commit" });
  expect(await registration.outbox.code(person.phone)).toMatch(/^\d{6}$/);
});

test("errors come late and go early", async ({ page }) => {
  const registration = new Registration(page);
  await registration.open();
  await page.getByLabel("Фамилия", { exact: true }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
  const phone = registration.phone();
  await phone.click();
  await page.keyboard.type("900123456");
  await expect(phone).not.toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Tab");
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await phone.click();
  await page.keyboard.press("End");
  await page.keyboard.type("7");
  await expect(phone).not.toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveValue("9001234567");
  await page.keyboard.press("Tab");
  await expect(page.getByText("+7 900 123-45-67")).toBeVisible();
});

test("an error that appears does not swallow the click that caused it", async ({ page }) => {
  const registration = new Registration(page);
  await registration.open();
  await registration.phone().fill("900");
  await registration.consent().click();
  await expect(registration.consent()).toBeChecked();
  await expect(registration.phone()).toHaveAttribute("aria-invalid", "true");
});

test("double clicks on every button of the way have one effect", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.open();
  await registration.fillForm(person, { phone: true });
  await page.getByRole("main").getByRole("button", { name: "Зарегистрироваться" }).dblclick();
  await page.waitForURL("**/register/code");
  const code = await registration.outbox.code(person.phone);
  await page.getByLabel("Код", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Подтвердить" }).dblclick();
  await page.waitForURL("**/register/password");
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByLabel("Повторите пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Готово" }).dblclick();
  await page.waitForURL("**/register/done");
  expect((await registration.outbox.to(person.phone)).filter((message) => message.code)).toHaveLength(1);
});

test("the password can be shown, its rules answer each key", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.confirm(await registration.toCode(person, { phone: true }));
  await page.waitForURL("**/register/password");
  const password = page.getByLabel("Пароль", { exact: true });
  await password.fill("abc");
  await page.getByRole("button", { name: "Показать пароль", exact: true }).click();
  await expect(password).toHaveAttribute("type", "text");
  await password.fill(person.password);
  await page.getByLabel("Повторите пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Готово" }).click();
  await page.waitForURL("**/register/done");
});

test("a dead network keeps the form and the request can be repeated", async ({ page, context }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.open();
  await registration.fillForm(person, { phone: true });
  await context.setOffline(true);
  await registration.submitForm();
  await expect(page.getByText(/Нет связи/)).toBeVisible();
  await expect(registration.phone()).toHaveValue(person.phone);
  await context.setOffline(false);
  await registration.submitForm();
  await page.waitForURL("**/register/code");
});

test("after a step in the browser the title changes and focus is on the heading", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.toCode(person, { phone: true });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/^Шаг 2 .* — Ступени$/);
});

test("the whole way can be gone by keyboard alone", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Перейти к содержанию" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByLabel("Фамилия", { exact: true }).focus();
  await page.keyboard.type(person.surname);
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.firstName);
  await registration.phone().focus();
  await page.keyboard.type(person.phone);
  await registration.consent().focus();
  await page.keyboard.press("Space");
  await registration.phone().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/register/code");
  await settled(page);
  await page.getByLabel("Код", { exact: true }).focus();
  await page.keyboard.type(await registration.outbox.code(person.phone));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/register/password");
});
