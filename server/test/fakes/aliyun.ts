import {
  Counter,
  firstOf,
  inRange,
  keysOf,
  missing,
  type Query,
  type Registered,
  rendered,
  SignatureCheck,
  said,
  wrongVariables,
} from './aliyun-checks.js';
import { AliyunPushes, type Home } from './aliyun-pushes.js';
import { type Answered, type Asked, FakeServer } from './fake-server.js';

const KEY_ID = 'LTAI-of-a-fake';
const SECRET = 'only-a-fake-knows-it';
const SIGN = '仙居联动';
const CALL_NUMBER = '05768877000';
const DAY = 86_400;
/** The kind of call one asks about. */
const IVR = '11000000300005';

interface Text {
  bizId: string;
  outId: string;
  phone: string;
  template: string;
  content: string;
  at: Date;
  code: string | null;
}

interface Call {
  callId: string;
  outId: string;
  phone: string;
  content: string;
  at: Date;
  keys: Record<string, string>;
  status: string;
}

/** What no reviewer approves (document_detail/44357): variables side by side, one twice, or nothing but variables. */
function refuseTemplate(code: string, content: string): void {
  const names = [...content.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const bare = content.replace(/\{\w+\}|[\s\p{P}]/gu, '') === '';
  if (content.includes('}{') || new Set(names).size < names.length || bare)
    throw new Error(`template ${code} would not be approved: ${content}`);
}

/**
 * Aliyun's texts and calls, one address for both: checks every signature, takes only registered templates with exactly their
 * variables, keeps its limits per number, remembers what it took, tells of it. Without a home it tells nothing.
 */
export class FakeAliyun extends FakeServer {
  readonly messages: Text[] = [];
  readonly calls: Call[] = [];
  readonly pushes: AliyunPushes;
  /** Every request that was signed as it should be. */
  readonly actions: string[] = [];
  private readonly signatures = new SignatureCheck(KEY_ID, SECRET);
  private readonly perTemplate = new Counter([{ most: 50, seconds: DAY }]);
  private readonly perCallee = new Counter([
    { most: 1, seconds: 60 },
    { most: 5, seconds: 3600 },
    { most: 20, seconds: DAY },
  ]);
  private readonly same = new Counter([{ most: 1, seconds: 1 }]);

  constructor(
    private readonly templates: Registered[],
    private readonly home?: Home,
  ) {
    super((asked) => this.handleAsked(asked));
    for (const { code, content } of templates) refuseTemplate(code, content);
    this.pushes = new AliyunPushes(home);
  }

  /** What the server's environment says to send by this one. */
  get environment(): Record<string, string> {
    return {
      ALIYUN_ACCESS_KEY_ID: KEY_ID,
      ALIYUN_ACCESS_KEY_SECRET: SECRET,
      ALIYUN_SMS_SIGN: SIGN,
      ALIYUN_CALL_NUMBER: CALL_NUMBER,
      ALIYUN_HOOK_SECRET: this.home?.secret ?? 'told-of-nothing-at-all',
      ALIYUN_SMS_URL: this.url,
      ALIYUN_VOICE_URL: this.url,
    };
  }

  /** Everything it was told to tell has been told. */
  settled(): Promise<void> {
    return this.pushes.settled();
  }

  /** A text from a phone arrives and is pushed until it is answered. */
  async texts(phone: string, content: string, sequence = `up-${this.pushes.pushed.length + 1}`) {
    const send_time = this.pushes.time();
    return this.pushes.until('/hooks/aliyun/up', [
      { phone_number: phone, content, send_time, dest_code: '1069', sequence_id: sequence },
    ]);
  }

  /** The person called last at that number presses keys, listens to the end and hangs up. */
  async presses(phone: string, digits: string): Promise<void> {
    const call = this.calls.findLast((one) => one.phone === phone);
    if (!call) throw new Error(`no call to ${phone}`);
    call.status = '200000';
    for (const dtmf of digits)
      await this.tellCall(call, { status_code: '300000', dtmf, status_time: this.pushes.time() });
    await this.tellCall(call, { ...this.endOf(call), dtmf: digits });
  }

  private handleAsked(asked: Asked): Answered {
    const { url, headers } = asked;
    const refused = this.signatures.wrongWith(asked);
    if (refused) return said(refused.code, {}, refused.status);
    if (headers['x-acs-version'] !== '2017-05-25') return said('InvalidVersion', {}, 400);
    const name = String(headers['x-acs-action']);
    this.actions.push(name);
    const action = ACTIONS[name];
    return action ? action(this, Object.fromEntries(url.searchParams)) : said('InvalidAction.NotFound', {}, 404);
  }

  private moodRefuses(): Answered | null {
    const { refuses } = this.mood;
    if (!refuses) return null;
    const { status, code, retryAfterSeconds } = refuses;
    const wait = retryAfterSeconds ? { 'x-acs-retry-after': String(retryAfterSeconds * 1000) } : undefined;
    return { ...said(code, {}, status), ...(wait ? { headers: wait } : {}) };
  }

  sendText(query: Query): Answered {
    const { PhoneNumbers: phone = '', SignName: sign, TemplateCode: code = '', TemplateParam: json } = query;
    const template = this.templates.find((one) => one.code === code);
    const now = this.now();
    const refused =
      this.moodRefuses() ??
      firstOf(
        () => missing(query, 'PhoneNumbers', 'SignName', 'TemplateCode'),
        () => (/^1\d{10}$/.test(phone) ? null : 'isv.MOBILE_NUMBER_ILLEGAL'),
        () => (sign === SIGN ? null : 'isv.SMS_SIGNATURE_ILLEGAL'),
        () => (template?.code.startsWith('SMS_') ? wrongVariables(json, template) : 'isv.SMS_TEMPLATE_ILLEGAL'),
        () => this.tooMuch(this.perTemplate, `${phone} ${code}`, `${phone} ${code} ${json}`, now),
      );
    if (refused) return refused;
    const bizId = `${900_000_000_000 + this.messages.length}^0`;
    const content = `【${SIGN}】${rendered(template!, json)}`;
    const text = {
      bizId,
      outId: query.OutId ?? '',
      phone,
      template: code,
      content,
      at: now,
      code: this.mood.undelivered,
    };
    this.messages.push(text);
    this.later((times) => Array.from({ length: times }, () => () => this.tellText(text)));
    return said('OK', { BizId: bizId });
  }

  makeCall(query: Query): Answered {
    const {
      CalledNumber: phone = '',
      CalledShowNumber: from,
      StartCode: code = '',
      StartTtsParams: json,
      OutId: outId = '',
    } = query;
    const template = this.templates.find((one) => one.code === code);
    const now = this.now();
    const refused =
      this.moodRefuses() ??
      firstOf(
        () => missing(query, 'CalledNumber', 'CalledShowNumber', 'StartCode', 'MenuKeyMap.1.Key'),
        () => (/^(1\d{10}|0\d{9,11})$/.test(phone) ? null : 'isv.MOBILE_NUMBER_ILLEGAL'),
        () => (from === CALL_NUMBER ? null : 'isv.DISPLAY_NUMBER_ILLEGAL'),
        () => (template?.code.startsWith('TTS_') ? wrongVariables(json, template) : 'isv.TTS_TEMPLATE_ILLEGAL'),
        () => (Buffer.byteLength(outId) > 15 || !inRange(query.PlayTimes, 1, 3) ? 'isv.INVALID_PARAMETERS' : null),
        () => this.tooMuch(this.perCallee, phone, `${phone} ${code} ${json}`, now),
      );
    if (refused) return refused;
    const callId = `${116_000_000_000 + this.calls.length}^${102_000_000_000 + this.calls.length}`;
    const status = this.mood.undelivered ?? '200000';
    const call = { callId, outId, phone, content: rendered(template!, json), at: now, keys: keysOf(query), status };
    this.calls.push(call);
    const begun = () => this.tellCall(call, { status_code: '200101', status_time: this.pushes.time() });
    const ended = () => this.tellCall(call, this.endOf(call));
    this.later((times) => Array.from({ length: times }, () => [begun, ended]).flat());
    return said('OK', { CallId: callId });
  }

  listTexts({
    PhoneNumber: phone,
    SendDate: date,
    BizId: id,
    PageSize: size = '',
    CurrentPage: page = '',
  }: Query): Answered {
    if (!phone || !/^\d{8}$/.test(date ?? '') || !inRange(size, 1, 50) || !inRange(page, 1, 1000))
      return said('isv.INVALID_PARAMETERS');
    const day = (at: Date) => this.pushes.time(at).slice(0, 10).replaceAll('-', '');
    const all = this.messages.filter((one) => one.phone === phone && day(one.at) === date && (!id || one.bizId === id));
    const from = (Number(page) - 1) * Number(size);
    const SmsSendDetailDTO = all.slice(from, from + Number(size)).map((one) => ({
      PhoneNum: one.phone,
      SendStatus: one.code ? 2 : 3,
      ErrCode: one.code ?? 'DELIVERED',
      TemplateCode: one.template,
      Content: one.content,
      SendDate: this.pushes.time(one.at),
      ReceiveDate: this.pushes.time(one.at),
      OutId: one.outId,
    }));
    return said('OK', { TotalCount: String(all.length), SmsSendDetailDTOs: { SmsSendDetailDTO } });
  }

  showCall({ CallId: id, ProdId: kind, QueryDate: date }: Query): Answered {
    if (!id || kind !== IVR || !/^\d{13}$/.test(date ?? '')) return said('isv.INVALID_PARAMETERS');
    const call = this.calls.find((one) => one.callId === id);
    if (!call) return said('OK');
    const endDate = this.pushes.time(call.at);
    return said('OK', { Data: JSON.stringify({ callId: id, callee: call.phone, state: call.status, endDate }) });
  }

  private tooMuch(counter: Counter, key: string, whole: string, now: Date): string | null {
    if (counter.isOver(key, now) || this.same.isOver(whole, now)) return 'isv.BUSINESS_LIMIT_CONTROL';
    counter.count(key, now);
    this.same.count(whole, now);
    return null;
  }

  /** After the answer has gone out, one after another. */
  private later(steps: (times: number) => (() => Promise<unknown>)[]): void {
    const { receipts } = this.mood;
    const all = steps({ once: 1, twice: 2, reversed: 1, never: 0 }[receipts]);
    const order = receipts === 'reversed' ? all.toReversed() : all;
    this.pushes.inBackground(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      for (const step of order) await step();
    });
  }

  tellText(text: Text, more: object = {}): Promise<unknown> {
    const time = this.pushes.time();
    return this.pushes.until('/hooks/aliyun/report', [
      {
        phone_number: text.phone,
        send_time: time,
        report_time: time,
        success: text.code === null,
        err_code: text.code ?? 'DELIVERED',
        err_msg: text.code ?? '用户接收成功',
        sms_size: String(text.content.length <= 70 ? 1 : Math.ceil(text.content.length / 67)),
        biz_id: text.bizId,
        out_id: text.outId,
        ...more,
      },
    ]);
  }

  private endOf({ phone, status }: Call): object {
    const time = this.pushes.time();
    const answered = status === '200000';
    return {
      status_code: status,
      callee: phone,
      caller: CALL_NUMBER,
      duration: answered ? '21' : '0',
      voice_type: 'voice',
      originate_time: time,
      b_start_time: answered ? time : '',
      end_time: time,
      status_msg: '执行完成',
      toll_type: 'LOCAL',
    };
  }

  private tellCall({ callId, outId }: Call, about: object): Promise<unknown> {
    return this.pushes.until('/hooks/aliyun/call', [{ ...about, call_id: callId, out_id: outId }]);
  }

  private now(): Date {
    return this.home?.now() ?? new Date();
  }
}

const ACTIONS: Record<string, (fake: FakeAliyun, query: Query) => Answered> = {
  SendSms: (fake, query) => fake.sendText(query),
  QuerySendDetails: (fake, query) => fake.listTexts(query),
  QuerySmsSignList: () => said('OK', { SmsSignList: [{ SignName: SIGN, AuditStatus: 'AUDIT_STATE_PASS' }] }),
  IvrCall: (fake, query) => fake.makeCall(query),
  QueryCallDetailByCallId: (fake, query) => fake.showCall(query),
};
