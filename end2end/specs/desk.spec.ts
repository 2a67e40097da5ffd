import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Desk } from "../objects/desk";
import { Profile, russian } from "../objects/profile";
import { Registration } from "../objects/registration";
import { scripts, settled } from "../objects/settled";

/** The smallest picture there is. */
const scan = {
  name: "skan.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** Somebody else, at another computer. */
async function specialist(browser: Browser): Promise<Desk> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL, javaScriptEnabled: scripts() });
  const desk = new Desk(await context.newPage());
  await desk.toQueue();
  return desk;
}

test("an unclear answer passes through the desk, with a document in between", async ({ page, browser }) => {
  test.setTimeout(120_000);
  // Each half of the run has a registry of its own, so that the desk's cases are not mixed up.
  const registry = scripts() ? "snils" : "passport";
  const name = scripts() ? /СНИЛС/ : /Паспорт/;
  await new Registration(page).complete(citizen(), { phone: true });
  const profile = new Profile(page);
  const papers = russian();
  const key = scripts() ? papers.snils : papers.papers["Серия и номер"].replaceAll(" ", "");
  await profile.rule(registry, key, "unclear");
  await profile.complete(papers);
  await profile.send();
  await profile.timelineSays("У специалиста", scripts());

  const desk = await specialist(browser);
  await desk.take(name);
  await desk.decide("Попросить документ");

  await profile.timelineShows(page.getByText("Специалист просит скан или фото документа."), scripts());
  const file = page.getByLabel("Файл", { exact: true });
  const add = page.getByRole("button", { name: "Добавить файл" });
  await file.setInputFiles({ name: "text.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await add.click();
  await expect(page.getByRole("link", { name: "Файл должен быть в формате PDF, JPG или PNG" })).toBeVisible();
  await settled(page);
  await file.setInputFiles({ name: "large.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(6 * 1024 * 1024) });
  await add.click();
  await expect(page.getByText("Файл должен быть не больше 5 МБ").first()).toBeVisible();
  await settled(page);
  if (scripts()) await stopsOnTheWay(page, file, add);
  await file.setInputFiles(scan);
  await add.click();
  await expect(page.getByRole("link", { name: scan.name })).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Отправить специалисту" }).click();
  await expect(page.getByText(/Документы переданы специалисту/).first()).toBeVisible();
  await settled(page);

  await desk.take(name);
  const opened = desk.page.waitForEvent("download");
  await desk.page.getByRole("button", { name: /^Открыть/ }).click();
  await opened;
  await desk.decide("Данные верны");
  await profile.timelineSays("Данные подтверждены", scripts());
  await desk.page.context().close();
});

/** A file that does not get through shows that it is on its way, and can be stopped. */
async function stopsOnTheWay(page: Page, file: Locator, add: Locator) {
  await page.route("**/uploads/*", () => {});
  await file.setInputFiles(scan);
  await add.click();
  await expect(page.getByRole("progressbar", { name: "Загрузка файла" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Отменить загрузку" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Загрузка отменена")).toBeVisible();
  await expect(add).toBeFocused();
  await page.unroute("**/uploads/*");
}
