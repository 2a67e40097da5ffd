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

  /** Waits until there are at least `count` messages and gives the newest. */
  async newest(recipient: string, count = 1): Promise<Message> {
    const until = Date.now() + 10_000;
    for (;;) {
      const messages = await this.to(recipient);
      if (messages.length >= count) return messages[0];
      if (Date.now() > until) throw new Error(`${messages.length} of ${count} messages arrived`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async code(recipient: string, count = 1): Promise<string> {
    const message = await this.newest(recipient, count);
    if (!message.code) throw new Error("the message carries no code");
    return message.code;
  }
}
