import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Outbox } from "./outbox";

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A portal of one test's own, with settings of its own. */
export class Portal {
  private constructor(
    readonly address: string,
    readonly outbox: Outbox,
    private readonly end: () => void,
  ) {}

  static async start(settings: Record<string, string>): Promise<Portal> {
    const [site, sandbox] = [await freePort(), await freePort()];
    const folder = mkdtempSync(join(tmpdir(), "stupeni-e2e-"));
    const process_ = spawn("target/release/stupeni", {
      cwd: join(__dirname, "../.."),
      stdio: "ignore",
      env: {
        ...process.env,
        LEPTOS_SITE_ADDR: `127.0.0.1:${site}`,
        STUPENI__SANDBOX__ADDR: `127.0.0.1:${sandbox}`,
        STUPENI__DATA__DIR: folder,
        ...settings,
      },
    });
    const address = `http://127.0.0.1:${site}`;
    const until = Date.now() + 30_000;
    for (;;) {
      const ready = await fetch(`${address}/health/ready`).then((answer) => answer.ok, () => false);
      if (ready) break;
      if (Date.now() > until) throw new Error("the portal is not ready after 30 s");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return new Portal(address, new Outbox(`http://127.0.0.1:${sandbox}`), () => {
      process_.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    });
  }

  stop() {
    this.end();
  }
}
