/** What the sandbox received: the citizen's phone and mailbox. */
export type Message = {
  id: string;
  channel: "sms" | "email" | "voice";
  to: string;
  subject: string | null;
  text: string;
  code: string | null;
  link: string | null;
  at: string;
};

export class Outbox {
  constructor(private readonly address = process.env.STUPENI_E2E_SANDBOX!) {}

  /** Messages to one number or address, newest first. */
  async to(recipient: string): Promise<Message[]> {
    const answer = await fetch(`${this.address}/outbox?to=${encodeURIComponent(recipient)}`);
    return answer.json();
  }

  /** The codes sent to one number or address, newest first. */
  async codes(recipient: string): Promise<string[]> {
    const messages = await this.to(recipient);
    return messages.flatMap(({ code }) => (code ? [code] : []));
  }

  /** Waits until there are at least `count` messages and gives the newest. */
  async newest(recipient: string, count = 1): Promise<Message> {
    return newest(() => this.to(recipient), count);
  }

  /** The same with messages that carry a code: others come between them in any order. */
  async code(recipient: string, count = 1): Promise<string> {
    return newest(() => this.codes(recipient), count);
  }
}

async function newest<T>(look: () => Promise<T[]>, count: number): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found.length >= count) return found[0];
    if (Date.now() > until) throw new Error(`${found.length} of ${count} messages arrived`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
