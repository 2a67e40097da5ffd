import type { Page } from "@playwright/test";
import type { Citizen } from "./citizen";
import { Outbox } from "./outbox";
import { settled } from "./settled";

/** Sign-in, sign-out and recovery. */
export class Session {
  constructor(
    readonly page: Page,
    readonly outbox = new Outbox(),
  ) {}

  async signIn(login: string, password: string, foreignComputer = false) {
    if (new URL(this.page.url(), "http://portal").pathname !== "/login") await this.page.goto("/login");
    await settled(this.page);
    await this.page.getByLabel("Логин", { exact: true }).fill(login);
    await this.page.getByLabel("Пароль", { exact: true }).fill(password);
    if (foreignComputer) await this.page.getByRole("checkbox", { name: "Чужой компьютер" }).check();
    await this.page.getByRole("button", { name: "Войти" }).click();
  }

  async signOut() {
    await this.page.getByRole("button", { name: "Выйти" }).click();
    await this.page.waitForURL((url) => url.pathname === "/");
    await settled(this.page);
  }

  /** From «Забыли пароль?» to the cabinet with a new password. */
  async recover(person: Citizen, contact: string, password: string) {
    const before = (await this.outbox.codes(contact)).length;
    await this.page.goto("/login");
    await settled(this.page);
    await this.page.getByRole("link", { name: "Забыли пароль?" }).click();
    await this.page.waitForURL("**/recover");
    await settled(this.page);
    await this.page.getByLabel("Логин", { exact: true }).fill(contact);
    await this.page.getByRole("button", { name: "Продолжить" }).click();
    await this.page.waitForURL("**/recover/code");
    await settled(this.page);
    await this.page.getByLabel("Код", { exact: true }).fill(await this.outbox.code(contact, before + 1));
    await this.page.getByRole("button", { name: "Подтвердить" }).click();
    await this.page.waitForURL("**/recover/password");
    await settled(this.page);
    await this.page.getByLabel("Пароль", { exact: true }).fill(password);
    await this.page.getByLabel("Повторите пароль", { exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Готово" }).click();
    await this.page.waitForURL("**/cabinet");
    await settled(this.page);
  }
}
