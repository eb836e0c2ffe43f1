import { createHmac } from 'node:crypto';

/** A webhook as it went out and what came back; status 0: nobody answered. */
export interface Told {
  path: string;
  form: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  status: number;
  answer: string;
}

/** Tells the application what happened: to its real address, signed as if to the public one. */
export class TwilioWebhooks {
  readonly told: Told[] = [];
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly authToken: string,
    private readonly publicUrl: string,
    private readonly appUrl: () => string,
  ) {}

  /** https://www.twilio.com/docs/usage/security: HMAC-SHA1 over the address and the sorted parameters. */
  sign(url: string, form: Record<string, string>): string {
    const parameters = Object.keys(form)
      .toSorted()
      .map((name) => name + form[name]);
    return createHmac('sha1', this.authToken)
      .update(url + parameters.join(''), 'utf8')
      .digest('base64');
  }

  /** @param url public; with the signature, unless `headers` say otherwise; `body`: instead of the whole form */
  async tell(
    url: string,
    form: Record<string, string>,
    headers: Record<string, string> = { 'x-twilio-signature': this.sign(url, form) },
    body = new URLSearchParams(form).toString(),
  ): Promise<Told> {
    const told: Told = { path: url.replace(this.publicUrl, ''), form, headers, body, status: 0, answer: '' };
    this.told.push(told);
    return this.send(told);
  }

  /** Once more the very same, as Twilio does when it heard no answer. */
  async repeat(told: Told): Promise<Told> {
    return this.send({ ...told });
  }

  /** Begins once the request at hand is answered; waited for by `settled`. */
  inBackground(work: () => Promise<unknown>): void {
    const answered = new Promise((then) => setImmediate(then));
    const done: Promise<unknown> = answered.then(work).finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async send(told: Told): Promise<Told> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...told.headers };
    const request = { method: 'POST', headers, body: told.body };
    const response = await fetch(this.appUrl() + told.path, request).catch(() => null);
    told.status = response?.status ?? 0;
    told.answer = (await response?.text()) ?? '';
    return told;
  }
}
