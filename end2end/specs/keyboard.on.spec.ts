import { expect, test, type Locator, type Page } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Desk } from "../objects/desk";
import { Profile, russian, type Papers } from "../objects/profile";
import { Registration } from "../objects/registration";
import { scripts, settled } from "../objects/settled";

/** Tab after Tab, until it has focus. */
async function reach(page: Page, what: Locator) {
  for (let presses = 0; presses < 100; presses++) {
    if (await what.evaluate((own) => own === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${what}`);
}

async function type(page: Page, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) {
    await reach(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(value);
  }
}

/** Down the list until the option is chosen. */
async function choose(page: Page, label: string, option: RegExp) {
  const list = page.getByLabel(label, { exact: true });
  await reach(page, list);
  const chosen = () => list.evaluate((own: HTMLSelectElement) => own.selectedOptions[0]?.text ?? "");
  for (let presses = 0; presses < 300; presses++) {
    if (option.test(await chosen())) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no ${option} in ${label}`);
}

async function press(page: Page, button: string, key = "Enter") {
  await reach(page, page.getByRole("button", { name: button, exact: true }));
  await page.keyboard.press(key);
}

async function goOn(page: Page, path: string) {
  await press(page, "Продолжить");
  await page.waitForURL(`**${path}`);
  await settled(page);
}

/** From the first step to the timeline. */
async function fillIn(page: Page, papers: Papers) {
  await choose(page, "Гражданство", /^Россия/);
  await choose(page, "Тип документа", /^Паспорт/);
  await goOn(page, "/person");
  await type(page, papers.person);
  await choose(page, "Пол", /^Женский/);
  await goOn(page, "/document");
  await type(page, papers.papers);
  await goOn(page, "/address");
  await type(page, papers.address);
  await reach(page, page.getByRole("checkbox", { name: /совпадает/ }));
  if (!(await page.getByRole("checkbox", { name: /совпадает/ }).isChecked())) await page.keyboard.press("Space");
  await goOn(page, "/numbers");
  await type(page, { "СНИЛС": papers.snils });
  await goOn(page, "/check");
  await reach(page, page.getByRole("checkbox", { name: /^Данные верны/ }));
  await page.keyboard.press("Space");
  await goOn(page, "/cabinet/checks");
}

test("personal data, an appeal and the desk, by keyboard alone", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const person = citizen();
  await new Registration(page).complete(person, { phone: true });
  const profile = new Profile(page);
  const papers = russian();
  await profile.rule("passport", papers.papers["Серия и номер"].replaceAll(" ", ""), "mismatch", ["number"]);
  await profile.open();
  await fillIn(page, papers);
  await profile.timelineSays("Нужно исправить", scripts());
  // The news have built the page anew.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await press(page, "Данные точны, передать специалисту");
  await expect(page.getByText(/У специалиста/).first()).toBeVisible();

  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL });
  const desk = new Desk(await context.newPage());
  await desk.toQueue();
  await desk.page.goto("/desk?sort=waiting");
  const free = desk.page.getByRole("row").filter({ hasText: "Гражданин не согласен" });
  await reach(desk.page, free.first().getByRole("link"));
  await desk.page.keyboard.press("Enter");
  await desk.page.waitForURL("**/desk/reviews/*");
  await press(desk.page, "Взять в работу");
  await desk.page.getByRole("heading", { name: "Решение", exact: true }).waitFor();
  await reach(desk.page, desk.page.getByRole("radio", { name: "Данные верны" }));
  await desk.page.keyboard.press("ArrowDown");
  await expect(desk.page.getByRole("radio", { name: "Есть расхождение" })).toBeChecked();
  await type(desk.page, { "Причина решения": "Номер в документе другой" });
  await reach(desk.page, desk.page.getByRole("checkbox").first());
  await desk.page.keyboard.press("Space");
  await press(desk.page, "Принять решение");
  await desk.page.waitForURL("**/desk");
  await context.close();
});

test("a comparison by keyboard alone, over a line that drops", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  await profile.complete(russian());
  await profile.send();
  await profile.timelineSays("Данные подтверждены", scripts());
  await page.goto("/cabinet/identity");
  await settled(page);
  await press(page, "Выбрать: лично в центре обслуживания");
  const code = (await page.locator(".visit__sign").textContent()) ?? "";

  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL });
  const desk = new Desk(await context.newPage());
  await desk.toVisits();
  await type(desk.page, { "Код визита": code });
  await desk.page.keyboard.press("Enter");
  await desk.page.waitForURL("**/desk/visits/*");
  await settled(desk.page);
  const same = desk.page.getByRole("checkbox", { name: /^Совпадает/ });
  const seen = ["Документ, удостоверяющий личность", "СНИЛС (карточка или выписка)"];
  const boxes = [...(await same.all()), ...seen.map((name) => desk.page.getByLabel(name, { exact: true }))];
  for (const box of boxes) {
    await reach(desk.page, box);
    await desk.page.keyboard.press("Space");
  }
  await context.setOffline(true);
  await press(desk.page, "Подтвердить личность");
  await expect(desk.page.getByText(/Нет связи/).first()).toBeVisible();
  for (const box of boxes) await expect(box).toBeChecked();
  await context.setOffline(false);
  await press(desk.page, "Подтвердить личность");
  await expect(desk.page.getByText("Личность подтверждена, учётная запись подтверждённая.")).toBeVisible();
  await context.close();
});
