import type { PracticePhone } from '@liandong/shared/message';
import type { TestApp } from './app.js';

/** A practice phone in a test: waits for what arrives, answers as its owner would. */
export class FakePhone {
  private constructor(
    private readonly app: TestApp,
    readonly number: string,
  ) {}

  /** The phone of a team's commander (or another post). */
  static async of(app: TestApp, teamCode: string, post = 'commander'): Promise<FakePhone> {
    const call = await app.as('dispatcher');
    const { body } = await call('practicePhones');
    const phone = body.items.find((one) => one.teamCode === teamCode && one.post === post);
    if (!phone) throw new Error(`no ${post} of ${teamCode}`);
    return new FakePhone(app, phone.number);
  }

  /** The phone with this number. */
  static at(app: TestApp, number: string): FakePhone {
    return new FakePhone(app, number);
  }

  async show(): Promise<PracticePhone> {
    const call = await this.app.as('dispatcher');
    const { body } = await call('practicePhones');
    return body.items.find((one) => one.number === this.number)!;
  }

  /** The newest text or call that contains these words, once it is there. */
  receives(words: string): Promise<string> {
    return this.app.until(async () => {
      const { entries } = await this.show();
      return entries.findLast((entry) => entry.direction === 'in' && entry.text.includes(words))?.text;
    });
  }

  async replies(text: string, channel: 'sms' | 'voice' = 'sms'): Promise<string> {
    const call = await this.app.as('dispatcher');
    const { body } = await call('practiceReply', { params: { number: this.number }, body: { text, channel } });
    return body.replyId;
  }
}
