import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Profile, russian } from "../objects/profile";
import { Registration } from "../objects/registration";
import { Session } from "../objects/session";
import { settled } from "../objects/settled";

const papers = russian();
const steps: [string, Record<string, string>, string][] = [
  ["/person", { "Фамилия": "Примерова-Новая", "Имя": "Анна", ...papers.person }, "/document"],
  ["/document", papers.papers, "/address"],
  ["/address", { ...papers.address, "Район (если есть)": "Примерский", "Квартира (если есть)": "12" }, "/residence"],
  ["/numbers", { "СНИЛС": papers.snils, "ИНН (необязательно)": "500100732259" }, "/check"],
];

test("the network goes after any field of any step: nothing typed is lost", async ({ page, context }) => {
  test.setTimeout(180_000);
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  await profile.complete(papers);
  for (const [step, fields, next] of steps) {
    await profile.open(step);
    const same = page.getByRole("checkbox", { name: /совпадает/ });
    if (await same.count()) await same.uncheck();
    const typed: Record<string, string> = {};
    for (const [label, value] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(value);
      typed[label] = value;
      await context.setOffline(true);
      await page.getByRole("button", { name: "Продолжить", exact: true }).click();
      await expect(page.getByText(/Нет связи/).first()).toBeVisible();
      for (const [name, kept] of Object.entries(typed)) {
        await expect(page.getByLabel(name, { exact: true })).toHaveValue(kept);
      }
      await context.setOffline(false);
    }
    await page.getByRole("button", { name: "Продолжить", exact: true }).click();
    // Everything after a step that was right before is right still.
    await page.waitForURL((url) => [next, "/check"].some((end) => url.pathname.endsWith(end)));
    await settled(page);
    await profile.open(step);
    for (const [name, kept] of Object.entries(typed)) {
      await expect(page.getByLabel(name, { exact: true })).toHaveValue(kept);
    }
    if (await same.count()) {
      await same.check();
      await profile.goOn("/check");
    }
  }
});

test("what is typed is kept by whoever leaves at once", async ({ page }) => {
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  const kept = (label: string, value: string) =>
    expect(async () => {
      await profile.open("/person");
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(value, { timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
  await profile.open();
  await profile.goOn("/person");
  await profile.fill({ "Место рождения": "гор. Примерск" });
  await page.getByRole("link", { name: "Назад", exact: true }).click();
  await page.waitForURL("**/cabinet/personal-data");
  await kept("Место рождения", "гор. Примерск");
  await profile.fill({ "Место рождения": "пос. Примерный" });
  await page.goto("/help");
  await kept("Место рождения", "пос. Примерный");
});

test("the session ends while a form is filled in: a sign-in in another tab is enough", async ({ page, context }) => {
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const profile = new Profile(page);
  await profile.open();
  await profile.goOn("/person");
  await profile.fill(papers.person);
  await page.getByLabel("Пол", { exact: true }).selectOption({ label: "Женский" });
  await context.clearCookies();
  await page.getByRole("button", { name: "Продолжить", exact: true }).click();
  await expect(page.getByText(/Сеанс закончился/)).toBeVisible();
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: /^Войти/ }).click();
  const tab = await opened;
  await tab.waitForURL("**/login?**");
  await new Session(tab).signIn(person.phone, person.password);
  await tab.waitForURL("**/cabinet/personal-data/person");
  await tab.close();
  await profile.goOn("/document");
});

test("a date is chosen in the calendar by keyboard", async ({ page }) => {
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  await profile.open();
  await profile.goOn("/person");
  await page.getByRole("button", { name: "Календарь" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Выбор даты" });
  await expect(dialog.getByLabel("Год", { exact: true })).toBeFocused();
  await dialog.getByLabel("Год", { exact: true }).selectOption("1984");
  await dialog.getByLabel("Месяц", { exact: true }).selectOption({ label: "Март" });
  await dialog.getByRole("button", { name: "01.03.1984" }).focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(dialog.getByRole("button", { name: "17.03.1984" })).toBeFocused();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("button", { name: "17.03.1984" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Дата рождения", { exact: true })).toHaveValue("17.03.1984");
  await expect(page.getByLabel("Дата рождения", { exact: true })).toBeFocused();
});
