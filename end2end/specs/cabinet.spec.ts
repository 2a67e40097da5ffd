import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Registration } from "../objects/registration";
import { Session } from "../objects/session";
import { scripts, settled } from "../objects/settled";

test("a contact is changed: the password again, a code to the new one, a word to the old one", async ({ page }) => {
  const [person, later] = [citizen(), citizen()];
  const registration = new Registration(page);
  await registration.complete(person, { phone: true });
  await page.goto("/cabinet");
  await settled(page);
  await page.getByRole("link", { name: "Изменить номер телефона" }).click();
  await page.waitForURL("**/cabinet/contacts/phone");
  await settled(page);
  await registration.phone().fill(later.phone);
  await page.getByLabel("Пароль", { exact: true }).fill("Not-The-One-1!");
  await page.getByRole("button", { name: "Продолжить" }).click();
  await expect(page.getByText(/Пароль не подошёл/).first()).toBeVisible();
  await settled(page);
  await expect(registration.phone()).toHaveValue(later.phone);
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Продолжить" }).click();
  await page.waitForURL("**/cabinet/contacts/phone/code");
  // What waits for its code is seen in the cabinet, and can be gone on with.
  await page.goto("/cabinet");
  await settled(page);
  await page.getByRole("link", { name: "Ввести код" }).click();
  await page.waitForURL("**/cabinet/contacts/phone/code");
  await settled(page);
  await registration.confirm(await registration.outbox.code(later.phone));
  await page.waitForURL("**/cabinet");
  await expect(page.getByText("Контакт подтверждён").first()).toBeVisible();
  const told = await registration.outbox.newest(person.phone, 3);
  expect(told.text).toContain("заменён");

  const session = new Session(page);
  await settled(page);
  await session.signOut();
  await session.signIn(person.phone, person.password);
  await expect(page.getByText(/Логин или пароль не подошли/).first()).toBeVisible();
  await session.signIn(later.phone, person.password);
  await page.waitForURL("**/cabinet");
});

test("the password is changed and the other sessions end", async ({ page, browser }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const context = await browser.newContext({ javaScriptEnabled: scripts() });
  const elsewhere = new Session(await context.newPage());
  await elsewhere.signIn(person.phone, person.password, true);
  await elsewhere.page.waitForURL("**/cabinet");

  await page.goto("/cabinet/security");
  await settled(page);
  await expect(page.getByText(/чужой компьютер/)).toBeVisible();
  await page.getByLabel("Текущий пароль", { exact: true }).fill(person.password);
  await page.getByLabel("Новый пароль", { exact: true }).fill("Zyablik-2026!");
  await page.getByLabel("Повторите новый пароль", { exact: true }).fill("Zyablik-2026!");
  await page.getByRole("button", { name: "Изменить пароль" }).click();
  await expect(page.getByText("Пароль изменён, остальные сеансы завершены")).toBeVisible();
  await expect(page.getByText("Пароль изменён", { exact: true })).toBeVisible();
  await elsewhere.page.goto("/cabinet");
  await elsewhere.page.waitForURL(/\/login/);
  await context.close();
});

test("another session is ended from the list", async ({ page, browser }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const context = await browser.newContext({ javaScriptEnabled: scripts() });
  const elsewhere = new Session(await context.newPage());
  await elsewhere.signIn(person.phone, person.password);
  await elsewhere.page.waitForURL("**/cabinet");
  await page.goto("/cabinet/security");
  await settled(page);
  await page.getByRole("button", { name: "Завершить", exact: true }).click();
  await expect(page.getByText("Сеанс завершён").first()).toBeVisible();
  await elsewhere.page.goto("/cabinet/security");
  // After signing in the citizen comes to where they were going.
  await elsewhere.page.waitForURL(/\/login/);
  await elsewhere.signIn(person.phone, person.password);
  await elsewhere.page.waitForURL("**/cabinet/security");
  await context.close();
});

test("a registration is saved, left, and gone on with on another device", async ({ page, browser }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.confirm(await registration.toCode(person, { phone: true }));
  await page.waitForURL("**/register/password");
  await settled(page);
  await page.getByRole("button", { name: "Сохранить и выйти" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(page.getByText(/Черновик сохранён/).first()).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: scripts() });
  const other = new Registration(await context.newPage());
  await other.page.goto("/register/resume");
  await settled(other.page);
  await other.page.getByLabel("Телефон или почта", { exact: true }).fill(person.phone);
  await other.page.getByRole("button", { name: "Продолжить" }).click();
  await other.page.waitForURL("**/register/resume/code");
  await settled(other.page);
  await other.confirm(await other.outbox.code(person.phone, 2));
  await other.page.waitForURL("**/register/password");
  await settled(other.page);
  await other.choosePassword(person.password);
  await other.page.waitForURL("**/register/done");
  await context.close();
});

test("a weak password is accepted with a warning", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.confirm(await registration.toCode(person, { phone: true }));
  await page.waitForURL("**/register/password");
  await settled(page);
  await page.getByLabel("Пароль", { exact: true }).fill("Primerova1!");
  if (scripts()) {
    await page.getByLabel("Повторите пароль", { exact: true }).focus();
    await expect(page.getByText("В пароле не должно быть вашего имени, телефона или почты")).toBeVisible();
  }
  await registration.choosePassword("Primerova1!");
  await page.waitForURL("**/register/done");
  await expect(page.getByText("В пароле не должно быть вашего имени, телефона или почты")).toBeVisible();
});
