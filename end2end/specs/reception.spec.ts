import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Desk } from "../objects/desk";
import { Profile, russian, type Papers } from "../objects/profile";
import { Registration } from "../objects/registration";
import { scripts, settled } from "../objects/settled";

/** Somebody else, at another computer. */
async function clerk(browser: Browser): Promise<Desk> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL, javaScriptEnabled: scripts() });
  const desk = new Desk(await context.newPage());
  await desk.toVisits();
  return desk;
}

/** Reloads until the page says this. */
async function comes(page: Page, text: RegExp) {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

/** The text of a paper that a link leads to. */
async function paper(page: Page, link: string): Promise<string> {
  const href = await page.getByRole("link", { name: link }).getAttribute("href");
  const answer = await page.request.get(href!);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const file = join(mkdtempSync(join(tmpdir(), "paper-")), "paper.pdf");
  writeFileSync(file, await answer.body());
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

/** Types what stands in the documents. */
async function typeDocuments(page: Page, papers: Papers, person: { surname: string; firstName: string }) {
  const profile = new Profile(page);
  await page.getByLabel("Гражданство", { exact: true }).selectOption(papers.citizenship);
  await page.getByLabel("Тип документа", { exact: true }).selectOption(papers.document);
  await page.getByLabel("Пол", { exact: true }).selectOption({ label: "Женский" });
  await profile.fill({ "Фамилия": person.surname, "Имя": person.firstName, ...papers.person, ...papers.papers });
  await profile.fill({ "СНИЛС": papers.snils });
}

test("a booked visit ends with a confirmed account", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const profile = new Profile(page);
  await profile.complete(russian());
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
  await page.goto("/cabinet/identity/visit?centre=tver-mfc-1");
  await settled(page);
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Выбрать время" }).click();
  await page.getByRole("button", { name: "Подтвердить запись" }).click();
  const code = (await page.locator(".visit__sign").textContent()) ?? "";
  await settled(page);
  const sheet = await paper(page, "Лист визита (PDF)");
  expect(sheet.replaceAll(" ", "")).toContain(code.replaceAll(" ", ""));
  expect(sheet).toContain("паспорт или другой документ");

  const desk = await clerk(browser);
  await desk.open(code);
  await expect(desk.page.getByRole("cell", { name: person.surname })).toBeVisible();
  await desk.page.getByRole("button", { name: "Подтвердить личность" }).click();
  await expect(desk.page.getByText("Нужно исправить")).toBeVisible();
  await desk.compare();
  await desk.page.getByRole("button", { name: "Подтвердить личность" }).click();
  await expect(desk.page.getByText("Личность подтверждена, учётная запись подтверждённая.")).toBeVisible();
  expect(await paper(desk.page, "Свидетельство о регистрации (PDF)")).toContain(person.surname);

  await page.goto("/cabinet/identity");
  await expect(page.getByText("Личность подтверждена, открыты все услуги.")).toBeVisible();
  await page.goto("/cabinet/data");
  await settled(page);
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Включить новую ступень" }).click();
  await expect(page.getByText("Новый уровень действует и в этом сеансе")).toBeVisible();
  await page.goto("/cabinet");
  await expect(page.getByText("Подтверждено: личность")).toBeVisible();
  await expect(page.getByText("Открыты все услуги портала.")).toBeVisible();
  // Signed in anew at once with it.
  await page.context().clearCookies();
  await page.goto("/login");
  await settled(page);
  await page.getByLabel("Логин", { exact: true }).fill(person.phone);
  await page.getByLabel("Пароль", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Войти" }).click();
  await expect(page.getByText("Подтверждённая учётная запись").first()).toBeVisible();
  await desk.page.context().close();
});

test("a refused comparison tells its reason", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await new Registration(page).complete(citizen(), { phone: true });
  await page.goto("/cabinet/identity");
  await settled(page);
  await page.getByRole("button", { name: /^Выбрать: лично в центре/ }).click();
  const code = (await page.locator(".visit__sign").textContent()) ?? "";
  const desk = await clerk(browser);
  await desk.open(code);
  await desk.page.getByLabel("Документ недействителен, повреждён или не подходит", { exact: true }).check();
  await desk.page.getByLabel("Объяснение для гражданина", { exact: true }).fill("В паспорте нет страницы с фотографией");
  await desk.page.getByRole("button", { name: "Отказать" }).click();
  await expect(desk.page.getByText("Отказ записан")).toBeVisible();
  await page.goto("/cabinet/identity");
  await expect(page.getByText("Причина: В паспорте нет страницы с фотографией")).toBeVisible();
  await desk.page.context().close();
});

test("somebody without an account is registered and signs in with the temporary code", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const person = citizen();
  const papers = russian();
  const desk = await clerk(browser);
  await desk.page.goto("/desk/registration");
  await typeDocuments(desk.page, papers, person);
  await desk.seen();
  await desk.page.getByLabel(/^Согласие на обработку данных/).check();
  await desk.page.getByRole("button", { name: "Проверить и продолжить" }).last().click();
  await desk.page.waitForURL("**/desk/visits/*");
  await desk.page.getByLabel(/^Телефон или электронная почта/).fill(person.phone);
  await desk.page.getByRole("button", { name: "Отправить код гражданину" }).click();
  const told = await new Registration(page).outbox.code(person.phone);
  await desk.page.getByLabel("Код, который назвал гражданин", { exact: true }).fill(told);
  await desk.page.getByRole("button", { name: "Проверить код" }).click();
  await expect(desk.page.getByText(/^Подтверждён: /)).toBeVisible();
  await desk.page.getByRole("button", { name: "Зарегистрировать" }).click();
  await comes(desk.page, /Личность подтверждена, учётная запись подтверждённая/);
  const sheet = await paper(desk.page, "Лист для гражданина (PDF)");
  expect(sheet).toContain("Доступ к учётной записи");
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await desk.page.getByRole("main").innerText())![0];

  await page.goto("/login");
  await settled(page);
  await page.getByLabel("Логин", { exact: true }).fill(person.phone);
  await page.getByLabel("Пароль", { exact: true }).fill(code.toLowerCase());
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL("**/recover/password");
  await settled(page);
  await new Registration(page).choosePassword(person.password);
  await page.waitForURL("**/cabinet");
  await expect(page.getByText("Подтверждено: личность")).toBeVisible();
  await desk.page.context().close();
});

test("lost access is restored when two operators agree", async ({ page, browser }) => {
  test.setTimeout(150_000);
  const person = citizen();
  const papers = russian();
  await new Registration(page).complete(person, { phone: true });
  const profile = new Profile(page);
  await profile.complete(papers);
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
  await page.context().clearCookies();

  const desk = await clerk(browser);
  await desk.page.goto("/desk/visits");
  await desk.page.getByLabel("Восстановить доступ", { exact: true }).check();
  await desk.page.getByLabel("Серия и номер", { exact: true }).fill(papers.papers["Серия и номер"]);
  await desk.page.getByLabel("Дата рождения", { exact: true }).fill("17.03.1984");
  await desk.page.getByLabel("СНИЛС", { exact: true }).fill(papers.snils);
  await desk.page.getByRole("button", { name: "Найти по документам" }).click();
  await desk.page.waitForURL("**/desk/visits/*");
  const number = /приём (\S+)/.exec(await desk.page.getByRole("heading", { level: 1 }).innerText())![1];
  await desk.compare();
  await desk.page.getByRole("button", { name: "Восстановить доступ" }).click();
  await expect(desk.page.getByText(/Код начнёт действовать через сутки/)).toBeVisible();
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await desk.page.getByRole("main").innerText())![0];
  const second = await clerk(browser);
  await second.page.goto("/desk/visits");
  await second.page.getByRole("button", { name: `Согласиться с приёмом ${number}` }).click();
  await expect(second.page.getByText("Второй сотрудник согласился, код действует")).toBeVisible();

  await page.goto("/login/snils");
  await settled(page);
  await page.getByLabel("СНИЛС", { exact: true }).fill(papers.snils);
  await page.getByLabel("Пароль", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL("**/recover/password");
  await settled(page);
  await new Registration(page).choosePassword("Parovoz+93-Dym");
  await page.waitForURL("**/cabinet");
  await desk.page.context().close();
  await second.page.context().close();
});

test("an identity code from paper is typed in the cabinet", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  await profile.complete(russian());
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
  await page.goto("/cabinet/identity");
  await settled(page);
  await page.getByRole("button", { name: /^Выбрать: почта России/ }).click();
  const shown = (await page.locator(".visit__sign").textContent()) ?? "";
  await settled(page);
  expect(await paper(page, "Распечатать заявление (PDF)")).toContain("45 10");
  const desk = await clerk(browser);
  await desk.open(shown);
  await desk.compare();
  await desk.page.getByLabel(/^Выдать код на бумаге/).check();
  await desk.page.getByRole("button", { name: "Подтвердить личность" }).click();
  await expect(desk.page.getByText(/Распечатайте код/)).toBeVisible();
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await desk.page.getByRole("main").innerText())![0];
  await page.goto("/cabinet");
  await settled(page);
  await page.getByLabel("Код подтверждения личности", { exact: true }).fill("22222222");
  await page.getByRole("button", { name: "Подтвердить", exact: true }).click();
  await expect(page.getByText(/Код не подошёл/).first()).toBeVisible();
  await settled(page);
  await page.getByLabel("Код подтверждения личности", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Подтвердить", exact: true }).click();
  await expect(page.getByText("Личность подтверждена").first()).toBeVisible();
  await desk.page.context().close();
});
