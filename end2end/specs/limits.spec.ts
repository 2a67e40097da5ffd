import { expect, test } from "@playwright/test";
import { citizen } from "../objects/citizen";
import { Portal } from "../objects/portal";
import { Registration } from "../objects/registration";
import { scripts, settled } from "../objects/settled";

test("an expired code is replaced by a new one at once", async ({ browser }) => {
  const portal = await Portal.start({ STUPENI__CODES__LIFETIME_S: "1", STUPENI__LIMITS__ENABLED: "false" });
  const { javaScriptEnabled } = test.info().project.use;
  const context = await browser.newContext({ baseURL: portal.address, javaScriptEnabled });
  try {
    const person = citizen();
    const registration = new Registration(await context.newPage(), portal.outbox);
    const code = await registration.toCode(person, { phone: true });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await registration.confirm(code);
    await expect(registration.page.getByText(/Срок действия кода истёк/).first()).toBeVisible();
    await portal.outbox.newest(person.phone, 2);
  } finally {
    await context.close();
    portal.stop();
  }
});

test("five wrong codes end the codes; too early a resend tells the time left", async ({ browser }) => {
  const portal = await Portal.start({});
  const { javaScriptEnabled } = test.info().project.use;
  const context = await browser.newContext({ baseURL: portal.address, javaScriptEnabled });
  try {
    const person = citizen();
    const registration = new Registration(await context.newPage(), portal.outbox);
    const { page } = registration;
    const code = await registration.toCode(person, { phone: true });
    await page.getByRole("button", { name: "Отправить снова" }).click();
    await expect(page.getByText(/Код можно отправить снова через/).first()).toBeVisible();
    const wrong = code === "111111" ? "222222" : "111111";
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await settled(page);
      await registration.confirm(wrong);
      await expect(page.getByText(/Код не подошёл|Слишком много попыток/).first()).toBeVisible();
    }
    await expect(page.getByText(/Слишком много попыток/).first()).toBeVisible();
    await settled(page);
    await registration.confirm(code);
    await expect(page).toHaveURL(/\/register\/code$/);
  } finally {
    await context.close();
    portal.stop();
  }
});

test("a full pool answers at once with a page, and the draft goes on", async ({ browser }) => {
  const portal = await Portal.start({
    STUPENI__LIMITS__ENABLED: "false",
    STUPENI__HASHING__THREADS: "1",
    STUPENI__HASHING__QUEUE: "1",
    STUPENI__HASHING__ITERATIONS: "60",
  });
  const { javaScriptEnabled } = test.info().project.use;
  const context = await browser.newContext({ baseURL: portal.address, javaScriptEnabled });
  try {
    const person = citizen();
    const registration = new Registration(await context.newPage(), portal.outbox);
    const { page } = registration;
    await registration.confirm(await registration.toCode(person, { phone: true }));
    await page.waitForURL("**/register/password");
    await settled(page);
    // Strangers keep the only thread busy and the queue full.
    const strangers = Array.from({ length: 6 }, () =>
      fetch(`${portal.address}/api/login`, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ login: citizen().phone, password: "wrong" }),
      }).then((answer) => answer.status),
    );
    await Promise.any(strangers.map((answer) => answer.then((status) => expect(status).toBe(503))));
    await registration.choosePassword(person.password);
    await expect(page.getByText(/Сейчас регистрируется очень много людей/).first()).toBeVisible();
    await Promise.all(strangers);
    if (!scripts()) {
      await page.getByRole("link", { name: "Повторить" }).click();
      await page.waitForURL("**/register/password");
    }
    await registration.choosePassword(person.password);
    await page.waitForURL("**/register/done");
  } finally {
    await context.close();
    portal.stop();
  }
});
