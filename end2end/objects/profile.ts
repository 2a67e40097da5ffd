import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { settled } from "./settled";

/** What a citizen types, by the labels of the fields. */
export type Papers = {
  citizenship: string;
  document: string;
  person: Record<string, string>;
  papers: Record<string, string>;
  address: Record<string, string>;
  snils: string;
  inn?: string;
};

/** A SNILS with its check number that nobody else in the run has. */
export function snils(): string {
  const digits = String(randomInt(2_000_000, 999_999_999)).padStart(9, "0");
  const sum = [...digits].reduce((sum, digit, place) => sum + Number(digit) * (9 - place), 0);
  return digits + String((sum % 101) % 100).padStart(2, "0");
}

export function russian(): Papers {
  return {
    citizenship: "RU",
    document: "russian_passport",
    person: {
      "Отчество (если есть)": "Петровна",
      "Дата рождения": "17.03.1984",
      "Место рождения": "гор. Примерск",
    },
    papers: {
      "Серия и номер": `45 10 ${randomInt(200_000, 999_999)}`,
      "Дата выдачи": "20.04.2010",
      "Кем выдан": "ОВД города Примерска",
      "Код подразделения": "690-001",
    },
    address: {
      "Регион": "Тверская область",
      "Город или населённый пункт": "Примерск",
      "Улица": "Садовая",
      "Дом": "7",
      "Индекс": "170000",
    },
    snils: snils(),
  };
}

export function foreigner(): Papers {
  return {
    ...russian(),
    citizenship: "KZ",
    document: "foreign_document",
    person: {
      "Фамилия": "Akhmetova",
      "Имя": "Aigul",
      "Дата рождения": "01.02.1990",
      "Место рождения": "Almaty",
    },
    papers: {
      "Серия и номер": `N ${randomInt(1_000_000, 9_999_999)}`,
      "Дата выдачи": "03.04.2020",
      "Кем выдан": "Ministry of Internal Affairs",
    },
  };
}

/** The pages of the personal-data stage. */
export class Profile {
  constructor(
    readonly page: Page,
    private readonly sandbox = process.env.STUPENI_E2E_SANDBOX!,
  ) {}

  async open(step = "") {
    await this.page.goto(`/cabinet/personal-data${step}`);
    await settled(this.page);
  }

  async fill(values: Record<string, string>) {
    for (const [label, value] of Object.entries(values)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  /** «Продолжить», and on to the page that ends so. */
  async goOn(path: string) {
    await this.page.getByRole("button", { name: "Продолжить", exact: true }).click();
    await this.page.waitForURL(`**${path}`);
    await settled(this.page);
  }

  /** From the first step to the check page. */
  async complete(papers: Papers) {
    await this.open();
    await this.page.getByLabel("Гражданство", { exact: true }).selectOption(papers.citizenship);
    await this.page.getByLabel("Тип документа", { exact: true }).selectOption(papers.document);
    await this.goOn("/person");
    await this.fill(papers.person);
    await this.page.getByLabel("Пол", { exact: true }).selectOption({ label: "Женский" });
    await this.goOn("/document");
    await this.fill(papers.papers);
    await this.goOn("/address");
    await this.fill(papers.address);
    await this.page.getByRole("checkbox", { name: /совпадает/ }).check();
    await this.goOn("/numbers");
    await this.fill({ "СНИЛС": papers.snils, "ИНН (необязательно)": papers.inn ?? "" });
    await this.goOn("/check");
  }

  async send() {
    await this.page.getByRole("checkbox", { name: /^Данные верны/ }).check();
    await this.goOn("/cabinet/checks");
  }

  /** How a registry answers about a number from now on. */
  async rule(registry: string, key: string, outcome: string, fields: string[] = []) {
    const answer = await fetch(`${this.sandbox}/registries/rules`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ registry, key, outcome, fields }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Waits until the timeline says this: by itself with scripts, by reload without. */
  async timelineSays(text: string, scripts: boolean) {
    await this.timelineShows(this.page.getByRole("heading", { name: text }), scripts);
  }

  async timelineShows(what: Locator, scripts: boolean) {
    const until = Date.now() + 20_000;
    while (!(await what.isVisible())) {
      if (Date.now() > until) throw new Error(`the timeline never shows ${what}`);
      await this.page.waitForTimeout(500);
      if (!scripts) await this.page.reload();
    }
    await settled(this.page);
  }
}
