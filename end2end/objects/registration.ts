import { expect, type Page } from "@playwright/test";
import type { Citizen } from "./citizen";
import { Outbox } from "./outbox";
import { settled } from "./settled";

/** The pages of the way from the form to the simplified account. */
export class Registration {
  constructor(
    readonly page: Page,
    readonly outbox = new Outbox(),
  ) {}

  async open() {
    await this.page.goto("/register");
    await settled(this.page);
  }

  async fillForm(person: Citizen, contacts: { phone?: boolean; email?: boolean }) {
    await this.page.getByLabel("Фамилия", { exact: true }).fill(person.surname);
    await this.page.getByLabel("Имя", { exact: true }).fill(person.firstName);
    if (contacts.phone) await this.phone().fill(person.phone);
    if (contacts.email) await this.email().fill(person.email);
    await this.consent().check();
  }

  phone() {
    return this.page.getByLabel("Мобильный телефон", { exact: true });
  }

  email() {
    return this.page.getByLabel("Электронная почта", { exact: true });
  }

  consent() {
    return this.page.getByRole("checkbox", { name: /^Я согласен на обработку персональных данных/ });
  }

  async submitForm() {
    await this.page.getByRole("main").getByRole("button", { name: "Зарегистрироваться" }).click();
  }

  async confirm(code: string) {
    await this.page.getByLabel("Код", { exact: true }).fill(code);
    await this.page.getByRole("button", { name: "Подтвердить" }).click();
  }

  async choosePassword(password: string, repeat = password) {
    await this.page.getByLabel("Пароль", { exact: true }).fill(password);
    await this.page.getByLabel("Повторите пароль", { exact: true }).fill(repeat);
    await this.page.getByRole("button", { name: "Готово" }).click();
  }

  /** From the form to the code page, with the newest code for `contact`. */
  async toCode(person: Citizen, contacts: { phone?: boolean; email?: boolean }): Promise<string> {
    await this.open();
    await this.fillForm(person, contacts);
    await this.submitForm();
    await this.page.waitForURL("**/register/code");
    await settled(this.page);
    return this.outbox.code(contacts.phone ? person.phone : person.email);
  }

  /** The whole way; ends on the page that says the account is ready. */
  async complete(person: Citizen, contacts: { phone?: boolean; email?: boolean }) {
    await this.confirm(await this.toCode(person, contacts));
    await this.page.waitForURL("**/register/password");
    await settled(this.page);
    await this.choosePassword(person.password);
    await this.page.waitForURL("**/register/done");
    await settled(this.page);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }
}
