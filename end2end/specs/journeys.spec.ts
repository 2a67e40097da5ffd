import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Registration } from "../objects/registration";
import { Session } from "../objects/session";
import { scripts, settled } from "../objects/settled";

test("a citizen registers by phone, signs out, signs in and recovers access", async ({ page }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  await expect(page.getByText("Упрощённая учётная запись").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("Упрощённая учётная запись").first()).toBeVisible();

  const session = new Session(page);
  await session.signOut();
  await page.goto("/cabinet");
  await page.waitForURL(/\/login/);
  await session.signIn(person.phone.replace("+7", "8 "), person.password);
  await page.waitForURL("**/cabinet");
  await expect(page.getByText("Упрощённая учётная запись").first()).toBeVisible();
  await settled(page);

  await session.signOut();
  await session.recover(person, person.phone, "Zyablik-2026!");
  await session.signOut();
  await session.signIn(person.phone, person.password);
  await expect(page.getByText(/Логин или пароль не подошли/).first()).toBeVisible();
  await session.signIn(person.phone, "Zyablik-2026!");
  await page.waitForURL("**/cabinet");
});

test("a citizen registers by e-mail with the code from the letter", async ({ page }) => {
  const person = citizen();
  await new Registration(page).complete(person, { email: true });
  const session = new Session(page);
  await session.signOut();
  await session.signIn(person.email.toUpperCase(), person.password);
  await page.waitForURL("**/cabinet");
});

test("the letter's link works in another browser after a scanner fetched it", async ({
  page,
  browser,
}) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.toCode(person, { email: true });
  const { link } = await registration.outbox.newest(person.email);
  expect(link).toBeTruthy();
  await fetch(link!);

  const context = await browser.newContext({ javaScriptEnabled: scripts() });
  const other = await context.newPage();
  await other.goto(link!);
  await settled(other);
  await other.getByRole("main").getByRole("button").first().click();
  await other.waitForURL("**/register/password");
  await settled(other);
  // The first browser has proven nothing: it is still asked for the code.
  await page.goto("/register/password");
  await page.waitForURL("**/register/code");
  await new Registration(other).choosePassword(person.password);
  await other.waitForURL("**/register/done");
  await context.close();
});

test("both contacts: the phone now, the e-mail at leisure from the cabinet", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  await registration.complete(person, { phone: true, email: true });
  await page.goto("/cabinet");
  await settled(page);
  await expect(page.getByText("Не подтверждён").first()).toBeVisible();
  const before = (await registration.outbox.codes(person.email)).length;
  await page.getByRole("button", { name: /^Подтвердить/ }).first().click();
  await page.waitForURL("**/cabinet/contacts/email/code");
  await settled(page);
  await registration.confirm(await registration.outbox.code(person.email, Math.max(1, before)));
  await page.waitForURL("**/cabinet");
  await expect(page.getByText("Не подтверждён")).toHaveCount(0);
});

test("whoever registers a contact that has an account is led to it", async ({ page, browser }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const context = await browser.newContext({ javaScriptEnabled: scripts() });
  const stranger = new Registration(await context.newPage());
  await stranger.open();
  await stranger.fillForm(person, { phone: true });
  await stranger.submitForm();
  await stranger.page.waitForURL("**/register/code");
  await settled(stranger.page);
  await stranger.confirm(await stranger.outbox.code(person.phone, 2));
  await stranger.page.waitForURL("**/register/exists");
  await expect(stranger.page.getByRole("heading", { level: 1 })).toHaveText(/У вас уже есть учётная запись/);
  await context.close();
});

test("wrong input keeps what was typed and says what to do", async ({ page }) => {
  const registration = new Registration(page);
  await registration.open();
  await page.getByLabel("Фамилия", { exact: true }).fill("Примерова");
  await registration.phone().fill("900 123");
  await registration.submitForm();
  await expect(page.getByText("Нужно исправить")).toBeVisible();
  await expect(page).toHaveTitle(/^Ошибка: /);
  await expect(page.getByLabel("Фамилия", { exact: true })).toHaveValue("Примерова");
  await expect(registration.phone()).toHaveValue("900 123");
  await expect(registration.phone()).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("link", { name: "В номере не хватает цифр: после +7 их должно быть 10" })).toBeVisible();
});

test("a wrong code and wrong passwords are refused without loss", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  const code = await registration.toCode(person, { phone: true });
  await registration.confirm(code === "000000" ? "000001" : "000000");
  await expect(page.getByText(/Код не подошёл/).first()).toBeVisible();
  await settled(page);
  await registration.confirm(code);
  await page.waitForURL("**/register/password");
  await settled(page);
  await registration.choosePassword(person.password, `${person.password}x`);
  await expect(page.getByText("Пароли не совпадают").first()).toBeVisible();
  await settled(page);
  await expect(page.getByLabel("Пароль", { exact: true })).toHaveValue("");
  await registration.choosePassword(person.password);
  await page.waitForURL("**/register/done");
});

test("Back and forward through all steps lose nothing and register once", async ({ page }) => {
  const person = citizen();
  const registration = new Registration(page);
  const code = await registration.toCode(person, { phone: true });
  await page.goBack();
  await expect(page.getByLabel("Фамилия", { exact: true })).toHaveValue(person.surname);
  await page.goForward();
  await page.waitForURL("**/register/code");
  await settled(page);
  await registration.confirm(code);
  await page.waitForURL("**/register/password");
  await settled(page);
  // Back leads on at once to where one is: what lies ahead in the browser's history depends on how it got there.
  await page.goBack();
  await page.waitForURL("**/register/password");
  await settled(page);
  await registration.choosePassword(person.password);
  await page.waitForURL("**/register/done");
  await settled(page);
  await page.goBack();
  await page.waitForURL("**/register/done");
  // One code, and one word that the account is ready.
  const messages = await registration.outbox.to(person.phone);
  expect(messages.map((message) => message.code !== null)).toEqual([false, true]);
});

test("a second tab goes on where the first one is", async ({ page, context }) => {
  const person = citizen();
  const registration = new Registration(page);
  const code = await registration.toCode(person, { phone: true });
  const second = new Registration(await context.newPage());
  await second.page.goto("/register/code");
  await settled(second.page);
  await second.confirm(code);
  await second.page.waitForURL("**/register/password");
  await page.reload();
  await page.waitForURL("**/register/password");
});
