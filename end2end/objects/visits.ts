import type { Page } from "@playwright/test";
import { citizen, type Citizen } from "./citizen";
import { Profile, russian } from "./profile";
import { Desk } from "./desk";
import { Registration } from "./registration";
import { scripts, settled } from "./settled";

/** How a test comes to a page in its plain state; `null` where another visit covers the route. */
type Visit = (page: Page, person: Citizen) => Promise<void>;

const plain =
  (path: string): Visit =>
  async (page) => {
    await page.goto(path);
    await settled(page);
  };

const registered =
  (path: string): Visit =>
  async (page, person) => {
    await new Registration(page).complete(person, { phone: true, email: true });
    await plain(path)(page, person);
  };

const atCode: Visit = async (page, person) => {
  await new Registration(page).toCode(person, { phone: true, email: true });
};

/** A step of the personal-data stage, with everything before it filled in. */
const personal =
  (step: string): Visit =>
  async (page, person) => {
    await new Registration(page).complete(person, { phone: true });
    await new Profile(page).complete(russian());
    await plain(`/cabinet/personal-data${step}`)(page, person);
  };

/** One visit for every route of the portal; `specs/pages.spec.ts` fails where one is missing. */
export const visits: Record<string, Visit> = {
  "/": plain("/"),
  "/register": plain("/register"),
  "/register/code": atCode,
  "/register/password": async (page, person) => {
    const registration = new Registration(page);
    await registration.confirm(await registration.toCode(person, { phone: true }));
    await page.waitForURL("**/register/password");
    await settled(page);
  },
  "/register/exists": async (page, person) => {
    await new Registration(page).complete(person, { phone: true });
    await page.context().clearCookies();
    const again = new Registration(page);
    await again.open();
    await again.fillForm(person, { phone: true });
    await again.submitForm();
    await page.waitForURL("**/register/code");
    await settled(page);
    await again.confirm(await again.outbox.code(person.phone, 2));
    await page.waitForURL("**/register/exists");
    await settled(page);
  },
  "/register/done": registered("/register/done"),
  "/register/resume": plain("/register/resume"),
  "/register/resume/code": async (page, person) => {
    await page.goto("/register/resume");
    await settled(page);
    await page.getByRole("main").getByRole("textbox").first().fill(person.phone);
    await page.getByRole("button", { name: "Продолжить" }).click();
    await page.waitForURL("**/register/resume/code");
    await settled(page);
  },
  "/login": plain("/login"),
  "/login/snils": plain("/login/snils"),
  "/recover": plain("/recover"),
  "/recover/code": async (page, person) => {
    await page.goto("/recover");
    await settled(page);
    await page.getByLabel("Логин", { exact: true }).fill(person.phone);
    await page.getByRole("button", { name: "Продолжить" }).click();
    await page.waitForURL("**/recover/code");
    await settled(page);
  },
  "/recover/password": async (page, person) => {
    const registration = new Registration(page);
    await registration.complete(person, { phone: true });
    await page.context().clearCookies();
    await visits["/recover/code"](page, person);
    await registration.confirm(await registration.outbox.code(person.phone, 2));
    await page.waitForURL("**/recover/password");
    await settled(page);
  },
  "/cabinet": registered("/cabinet"),
  "/cabinet/data": registered("/cabinet/data"),
  "/cabinet/documents": registered("/cabinet/documents"),
  "/cabinet/documents/{document}": registered("/cabinet/documents/oms_policy"),
  "/cabinet/feed": registered("/cabinet/feed"),
  "/cabinet/notifications": registered("/cabinet/notifications"),
  "/cabinet/security": registered("/cabinet/security"),
  "/cabinet/personal-data": registered("/cabinet/personal-data"),
  "/cabinet/personal-data/person": personal("/person"),
  "/cabinet/personal-data/document": personal("/document"),
  "/cabinet/personal-data/address": personal("/address"),
  "/cabinet/personal-data/residence": personal("/residence"),
  "/cabinet/personal-data/numbers": personal("/numbers"),
  "/cabinet/personal-data/check": personal("/check"),
  "/cabinet/checks": async (page, person) => {
    await new Registration(page).complete(person, { phone: true });
    const profile = new Profile(page);
    const papers = russian();
    await profile.rule("snils", papers.snils, "mismatch", ["snils", "surname"]);
    await profile.rule("passport", papers.papers["Серия и номер"].replaceAll(" ", ""), "silent");
    await profile.complete(papers);
    await profile.send();
    await page.getByRole("heading", { name: "Нужно исправить" }).waitFor({ timeout: 3_000 }).catch(() => page.reload());
    await page.getByRole("heading", { name: "Нужно исправить" }).waitFor();
    await settled(page);
  },
  "/cabinet/contacts/phone": registered("/cabinet/contacts/phone"),
  "/cabinet/contacts/email": registered("/cabinet/contacts/email"),
  "/cabinet/contacts/phone/code": async (page, person) => {
    await registered("/cabinet/contacts/phone")(page, person);
    await page.getByLabel("Мобильный телефон", { exact: true }).fill(citizen().phone);
    await page.getByLabel("Пароль", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Продолжить" }).click();
    await page.waitForURL("**/cabinet/contacts/phone/code");
    await settled(page);
  },
  "/cabinet/contacts/email/code": async (page, person) => {
    await registered("/cabinet")(page, person);
    await page.getByRole("button", { name: /^Подтвердить/ }).first().click();
    await page.waitForURL("**/cabinet/contacts/email/code");
    await settled(page);
  },
  "/confirm/{token}": async (page, person) => {
    const registration = new Registration(page);
    await registration.toCode(person, { email: true });
    await page.goto((await registration.outbox.newest(person.email)).link!);
    await settled(page);
  },
  "/cabinet/identity": async (page, person) => {
    await registered("/cabinet/identity")(page, person);
    await page.getByRole("button", { name: /^Выбрать: лично в центре/ }).click();
    await page.locator(".visit__sign").waitFor();
    await settled(page);
  },
  "/cabinet/identity/visit": async (page, person) => {
    await registered("/cabinet/identity/visit?centre=tver-mfc-1")(page, person);
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Выбрать время" }).click();
    await page.getByRole("button", { name: "Подтвердить запись" }).click();
    await page.getByRole("heading", { name: "Вы записаны" }).waitFor();
    await settled(page);
  },
  "/centres": plain("/centres"),
  "/display": plain("/display"),
  "/help": plain("/help"),
  "/help/password": plain("/help/password"),
  "/help/contacts": plain("/help/contacts"),
  "/help/identity": plain("/help/identity"),
  "/help/inn": plain("/help/inn"),
  "/terms": plain("/terms"),
  "/privacy": plain("/privacy"),
  "/design": plain("/design"),
  "/desk": async (page) => new Desk(page).toQueue(),
  "/desk/login": plain("/desk/login"),
  "/desk/password": async (page) => new Desk(page).toPassword(),
  "/desk/reviews/{id}": async (page, person) => {
    await new Registration(page).complete(person, { phone: true });
    const profile = new Profile(page);
    const papers = { ...russian(), inn: "500100732259" };
    await profile.rule("inn", papers.inn, "unclear");
    await profile.complete(papers);
    await profile.send();
    await profile.timelineSays("У специалиста", scripts());
    const desk = new Desk(page);
    await desk.toQueue();
    await desk.take(/ИНН/);
  },
  "/desk/visits": async (page) => new Desk(page).toVisits(),
  "/desk/visits/{id}": (page, person) => atSheet(page, person),
  "/desk/registration": async (page) => {
    await new Desk(page).toVisits();
    await page.goto("/desk/registration");
  },
  "/desk/workplace": async (page) => {
    await new Desk(page).toVisits();
    await page.goto("/desk/workplace");
  },
  "/desk/journal": async (page) => {
    await new Desk(page).begin("auditor", "**/desk/journal");
    await settled(page);
  },
  "/desk/operators": async (page) => {
    await new Desk(page).begin("administrator", "**/desk/operators");
    await settled(page);
  },
  "/desk/centres": async (page) => {
    await new Desk(page).begin("administrator", "**/desk/operators");
    await plain("/desk/centres")(page, citizen());
  },
  "/desk/centres/{id}": async (page) => {
    await new Desk(page).begin("administrator", "**/desk/operators");
    await plain("/desk/centres/tver-mfc-1")(page, citizen());
  },
  "/desk/operators/{login}": async (page) => {
    await new Desk(page).addOperator();
    await page.getByRole("link", { name: "К сотруднику" }).click();
    await page.getByRole("heading", { name: "Место работы" }).waitFor();
    await settled(page);
  },
};

/** An operator with a citizen's sheet before them. */
const atSheet: Visit = async (page, person) => {
  await new Registration(page).complete(person, { phone: true });
  await page.goto("/cabinet/identity");
  await page.getByRole("button", { name: /^Выбрать: лично в центре/ }).click();
  const code = (await page.locator(".visit__sign").textContent()) ?? "";
  const desk = new Desk(page);
  await desk.toVisits();
  await desk.open(code);
};

/** States in which a page shows an error. */
export const errors: Record<string, Visit> = {
  "a sheet on which nothing is compared": async (page, person) => {
    await atSheet(page, person);
    await page.getByRole("button", { name: "Подтвердить личность" }).click();
    await page.getByText("Нужно исправить").waitFor();
  },
  "a visit code that nobody has": async (page) => {
    const desk = new Desk(page);
    await desk.toVisits();
    await page.getByLabel("Код визита", { exact: true }).fill("2222-2222");
    await page.getByRole("button", { name: "Найти по коду" }).click();
    await page.getByText(/Действующего визита с таким кодом нет/).first().waitFor();
  },
  "an identity code that is none": async (page, person) => {
    await registered("/cabinet/identity")(page, person);
    await page.getByLabel("Код подтверждения личности", { exact: true }).fill("12");
    await page.getByRole("button", { name: "Подтвердить", exact: true }).click();
    await page.getByText("В коде 8 знаков: буквы и цифры, как на листе").first().waitFor();
    await settled(page);
  },
  "free times of a centre": registered("/cabinet/identity/visit?centre=tver-mfc-1"),
  "centres of a town": plain("/centres?town=Тверь"),
  "centres of a town that is not there": plain("/centres?town=Красноярк"),
  "the form, empty": async (page) => {
    await plain("/register")(page, citizen());
    await new Registration(page).submitForm();
    await page.getByText("Нужно исправить").waitFor();
  },
  "a wrong code": async (page, person) => {
    await atCode(page, person);
    await new Registration(page).confirm("12");
    await page.getByText("Нужно исправить").waitFor();
  },
  "a weak password": async (page, person) => {
    await visits["/register/password"](page, person);
    await new Registration(page).choosePassword("abc", "abd");
    await page.getByText("Нужно исправить").waitFor();
  },
  "sign-in refused": async (page, person) => {
    await plain("/login")(page, person);
    await page.getByLabel("Логин", { exact: true }).fill(person.phone);
    await page.getByLabel("Пароль", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "Войти" }).click();
    await page.getByText(/Логин или пароль не подошли/).first().waitFor();
  },
  "personal data, empty": async (page, person) => {
    await personal("/document")(page, person);
    for (const label of ["Серия и номер", "Дата выдачи", "Кем выдан", "Код подразделения"]) {
      await page.getByLabel(label, { exact: true }).fill("");
    }
    await page.getByRole("button", { name: "Продолжить", exact: true }).click();
    await page.getByText("Нужно исправить").waitFor();
  },
  "a calendar, open": async (page, person) => {
    await personal("/person")(page, person);
    if (!scripts()) return;
    await page.getByRole("button", { name: "Календарь" }).click();
    await page.getByRole("dialog", { name: "Выбор даты" }).waitFor();
  },
  "a page that is not there": plain("/no-such-page"),
  "the desk's door, empty": async (page) => {
    await plain("/desk/login")(page, citizen());
    await page.getByRole("button", { name: "Войти" }).click();
    await page.getByText("Нужно исправить").waitFor();
  },
  "a new centre, empty": async (page) => {
    await new Desk(page).begin("administrator", "**/desk/operators");
    await plain("/desk/centres/_new")(page, citizen());
    await page.getByRole("button", { name: "Сохранить центр" }).click();
    await page.getByText("Нужно исправить").waitFor();
  },
  "a one-time password": async (page) => {
    await new Desk(page).addOperator();
  },
  "a page of the desk for another role": async (page) => {
    await new Desk(page).begin("auditor", "**/desk/journal");
    await page.goto("/desk/reviews/none");
    await page.getByRole("heading", { name: "Раздел закрыт для вашей роли" }).waitFor();
  },
};
