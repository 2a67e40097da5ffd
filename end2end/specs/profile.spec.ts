import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Profile, foreigner, russian, snils } from "../objects/profile";
import { Registration } from "../objects/registration";
import { scripts, settled } from "../objects/settled";

test("from registration to the standard account, and the level is taken in place", async ({ page }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  await page.getByRole("link", { name: "Указать личные данные сейчас" }).click();
  await page.waitForURL("**/cabinet/personal-data");
  const profile = new Profile(page);
  await profile.complete(russian());
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Включить новую ступень" }).click();
  await expect(page.getByText("Новый уровень действует и в этом сеансе")).toBeVisible();
  await expect(page.getByText("Стандартная учётная запись").first()).toBeVisible();
  await page.goto("/cabinet/data");
  await expect(page.getByText("Стандартный", { exact: true })).toBeVisible();
  await expect(page.getByText("17.03.1984")).toBeVisible();
});

test("a mismatch is marked, corrected and passes", async ({ page }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const profile = new Profile(page);
  const papers = russian();
  await profile.rule("snils", papers.snils, "mismatch", ["snils"]);
  await profile.complete(papers);
  await profile.send();
  await profile.timelineSays("Нужно исправить", scripts());
  await page.getByRole("link", { name: "Исправить данные" }).click();
  await page.waitForURL("**/cabinet/personal-data/check");
  await settled(page);
  await expect(page.getByText("Не совпало с реестром")).toHaveCount(1);
  await page.getByRole("link", { name: /^Изменить\s*: СНИЛС$/ }).click();
  await page.waitForURL("**/numbers**");
  await settled(page);
  await expect(page.getByText(/Реестр ответил, что не совпадает/).first()).toBeVisible();
  await profile.fill({ "СНИЛС": snils() });
  await profile.goOn("/check");
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
});

test("a foreigner passes with a document of their own", async ({ page }) => {
  await new Registration(page).complete(citizen(), { email: true });
  const profile = new Profile(page);
  await profile.complete(foreigner());
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
});

test("what is typed is saved, goes on later, and can be dropped", async ({ page }) => {
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  await profile.open();
  await profile.goOn("/person");
  await profile.fill({ "Дата рождения": "31.04", "Место рождения": "гор. Примерск" });
  await page.getByRole("button", { name: "Сохранить", exact: true }).click();
  await page.waitForURL("**/cabinet");
  await expect(page.getByText(/Черновик сохранён/).first()).toBeVisible();
  await settled(page);
  await page.getByRole("link", { name: "Продолжить заполнение личных данных" }).click();
  await page.waitForURL("**/person");
  await settled(page);
  await expect(page.getByLabel("Дата рождения", { exact: true })).toHaveValue("31.04");
  await page.getByRole("button", { name: "Продолжить", exact: true }).click();
  await expect(page.getByText("Дата рождения пишется так: 17.03.1984").first()).toBeVisible();
  await settled(page);
  await expect(page.getByLabel("Место рождения", { exact: true })).toHaveValue("гор. Примерск");
  await page.goto("/cabinet/feed");
  await settled(page);
  await page.getByRole("button", { name: "Удалить черновик личных данных" }).click();
  await expect(page.getByText("Черновик удалён")).toBeVisible();
  await profile.open("/person");
  await page.waitForURL("**/cabinet/personal-data");
});

test("SNILS leads in once it is verified", async ({ page }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const profile = new Profile(page);
  const papers = russian();
  await profile.complete(papers);
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
  await page.context().clearCookies();
  await page.goto("/login");
  await settled(page);
  await page.getByRole("link", { name: "СНИЛС", exact: true }).click();
  await page.waitForURL("**/login/snils");
  await settled(page);
  await page.getByLabel("СНИЛС", { exact: true }).fill(papers.snils);
  await page.getByLabel("Пароль", { exact: true }).fill("Not-The-One-1!");
  await page.getByRole("button", { name: "Войти" }).click();
  await expect(page.getByText(/Логин или пароль не подошли/).first()).toBeVisible();
  await settled(page);
  await page.getByLabel("СНИЛС", { exact: true }).fill(papers.snils);
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL("**/cabinet");
});
