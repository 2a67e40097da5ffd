import { execFileSync } from "node:child_process";
import { createHmac, randomInt } from "node:crypto";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** What `stupeni operator add --json` prints. */
type Issued = { login: string; password: string; totp_secret: string };

/** An operator of one test's own, added while the portal runs. */
function issue(role: string): Issued {
  const login = `e2e-${randomInt(0, 1_000_000_000)}`;
  const said = execFileSync("target/release/stupeni", ["operator", "add", "--login", login, "--role", role, "--json"], {
    cwd: join(__dirname, "../.."),
    env: { ...process.env, STUPENI__DATA__DIR: process.env.STUPENI_E2E_DATA },
    encoding: "utf8",
  });
  return JSON.parse(said);
}

/** The code an authenticator application shows now (RFC 6238). */
function code(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** The desk's pages, from the door to the queue. */
export class Desk {
  constructor(readonly page: Page) {}

  /** Signs in for the first time; ends where a password is chosen. */
  async toPassword(role = "specialist") {
    const operator = issue(role);
    await this.page.goto("/desk/login");
    await this.page.getByLabel("Логин", { exact: true }).fill(operator.login);
    await this.page.getByLabel("Пароль", { exact: true }).fill(operator.password);
    await this.page.getByLabel("Код из приложения", { exact: true }).fill(code(operator.totp_secret));
    await this.page.getByRole("button", { name: "Войти" }).click();
    await this.page.waitForURL("**/desk/password");
  }

  async choosePassword(password: string) {
    await this.page.getByLabel("Новый пароль", { exact: true }).fill(password);
    await this.page.getByLabel("Повторите новый пароль", { exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Сохранить пароль" }).click();
  }

  /** Ends on the queue. */
  async toQueue() {
    await this.begin("specialist", "**/desk");
  }

  /** Signs in for the first time and chooses a password; ends on the role's first page. */
  async begin(role: string, first: string) {
    await this.toPassword(role);
    await this.choosePassword("Sinitsa-v-rukah-19!");
    await this.page.waitForURL(first);
  }

  /** Adds an operator as an administrator; ends where the one-time password is shown. */
  async addOperator() {
    await this.begin("administrator", "**/desk/operators");
    await this.page.getByLabel("Логин", { exact: true }).fill(`e2e-${randomInt(0, 1_000_000_000)}`);
    await this.page.getByLabel("Роль", { exact: true }).selectOption("operator");
    await this.page.getByRole("button", { name: "Добавить сотрудника" }).click();
    await this.page.getByText("показаны один раз").waitFor();
  }

  /** Signs an operator in who says where they work; ends where citizens are looked up. */
  async toVisits(role = "operator") {
    await this.toPassword(role);
    await this.choosePassword("Sinitsa-v-rukah-19!");
    await this.page.waitForURL(/\/desk/);
    await this.page.goto("/desk/workplace");
    await this.page.getByLabel("Центр обслуживания", { exact: true }).selectOption("tver-mfc-1");
    await this.page.getByRole("button", { name: "Сохранить рабочее место" }).click();
    await this.page.waitForURL("**/desk/visits");
  }

  /** Looks a citizen up by the code they show; ends on the sheet. */
  async open(code: string) {
    await this.page.goto("/desk/visits");
    await this.page.getByLabel("Код визита", { exact: true }).fill(code);
    await this.page.getByRole("button", { name: "Найти по коду" }).click();
    await this.page.waitForURL("**/desk/visits/*");
  }

  /** Ticks everything that agrees, and the documents on the table. */
  async compare() {
    for (const box of await this.page.getByRole("checkbox", { name: /^Совпадает/ }).all()) await box.check();
    await this.seen();
  }

  async seen() {
    await this.page.getByLabel("Документ, удостоверяющий личность", { exact: true }).check();
    await this.page.getByLabel("СНИЛС (карточка или выписка)", { exact: true }).check();
  }

  /** Opens the newest free case of a registry, and takes it. */
  async take(registry: RegExp) {
    await this.page.goto("/desk?sort=waiting");
    const free = this.page.getByRole("row").filter({ hasText: registry }).filter({ hasText: "Свободно" });
    await free.first().getByRole("link").click();
    await this.page.getByRole("button", { name: "Взять в работу" }).click();
    await this.page.getByRole("heading", { name: "Решение", exact: true }).waitFor();
  }

  async decide(decision: string) {
    await this.page.getByLabel(decision, { exact: true }).check();
    await this.page.getByLabel("Причина решения", { exact: true }).fill("Сверено с документом гражданина");
    await this.page.getByRole("button", { name: "Принять решение" }).click();
    await this.page.waitForURL("**/desk");
  }
}
