import { defineConfig } from "@playwright/test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Workers load this file again: what the first one chose travels in the environment.
process.env.STUPENI_E2E_DATA ??= mkdtempSync(join(tmpdir(), "stupeni-e2e-"));
const site = "127.0.0.1:4300";
const sandbox = "127.0.0.1:4310";
process.env.STUPENI_E2E_SANDBOX = `http://${sandbox}`;

const chromium = {
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    baseURL: `http://${site}`,
    launchOptions: chromium,
    locale: "ru-RU",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "target/release/stupeni",
    cwd: "..",
    url: `http://${site}/health/ready`,
    timeout: 30_000,
    stdout: "ignore",
    stderr: "ignore",
    env: {
      LEPTOS_SITE_ADDR: site,
      STUPENI__SANDBOX__ADDR: sandbox,
      STUPENI__DATA__DIR: process.env.STUPENI_E2E_DATA,
      STUPENI__LIMITS__ENABLED: "false",
      STUPENI__CODES__RESEND_AFTER_S: "2",
    },
  },
  projects: [
    {
      name: "scripts on",
      testIgnore: /\.off\.spec\.ts$/,
    },
    {
      name: "scripts off",
      testIgnore: /\.on\.spec\.ts$/,
      use: { javaScriptEnabled: false },
    },
  ],
});
