import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .optional()
  .transform((value) => value === '1');

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const SMS_PROVIDERS = ['simulator', 'twilio', 'aliyun', 'gateway'] as const;
export type Provider = (typeof SMS_PROVIDERS)[number];
/** A GSM modem gateway only texts. */
const VOICE_PROVIDERS = ['simulator', 'twilio', 'aliyun'] as const;

/** `aliyun,twilio`: the first is preferred, the next takes over when it is sick. */
const preference = <P extends string>(providers: readonly P[]) =>
  z
    .string()
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(providers as [P, ...P[]])).min(1))
    .refine((list) => !list.includes('simulator' as P) || list.length === 1, 'simulator stands alone');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  SMS_PROVIDER: preference(SMS_PROVIDERS).default(['simulator']),
  VOICE_PROVIDER: preference(VOICE_PROVIDERS).optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'AC and 32 hex digits')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[0-9]{5,15}$/, 'a number such as +15550001234')
    .optional(),
  TWILIO_MESSAGING_SERVICE_SID: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/, 'MG and 32 hex digits')
    .optional(),
  TWILIO_BASE_URL: z.url().optional(),
  ALIYUN_ACCESS_KEY_ID: z.string().min(1).optional(),
  ALIYUN_ACCESS_KEY_SECRET: z.string().min(1).optional(),
  ALIYUN_SMS_SIGN: z.string().min(1).optional(),
  ALIYUN_CALL_NUMBER: z.string().min(1).optional(),
  ALIYUN_HOOK_SECRET: z.string().min(16).optional(),
  ALIYUN_SMS_URL: z.url().default('https://dysmsapi.aliyuncs.com'),
  ALIYUN_VOICE_URL: z.url().default('https://dyvmsapi.aliyuncs.com'),
  GATEWAY_URL: z.url().optional(),
  GATEWAY_SECRET: z.string().min(16).optional(),
  DRILL_PHONES: flag,
  SIGNED_LINKS: flag,
  ROUTING_URL: z.url().optional(),
  COUNTY_NAME: z.string().min(1).optional(),
  CENTRE_PHONE: z.string().min(1).optional(),
  COUNTY_TZ: z.string().refine(isZone, 'no such time zone').optional(),
  DEMO: z.enum(['0', '1']).optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  TEST_CLOCK: flag,
  NODE_ENV: z.string().optional(),
});

/** An S3-compatible object store, addressed by path. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  region: string;
}

export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  from: string;
  messagingServiceSid?: string;
  /** Another address than Twilio's own, for a proxy or a test. */
  baseUrl?: string;
  /** Where Twilio reaches this server. */
  publicUrl: string;
}

export interface AliyunSettings {
  accessKeyId: string;
  accessKeySecret: string;
  /** The approved signature, without the brackets. */
  sign: string;
  /** The number calls come from; without it no calls. */
  callNumber?: string;
  /** What webhooks are signed with. */
  hookSecret: string;
  smsUrl: string;
  voiceUrl: string;
}

export interface GatewaySettings {
  url: string;
  /** Signs what goes both ways. */
  secret: string;
}

/** What the county says of itself. Where the environment is silent, the room `county` fills it in from the database. */
export interface CountySettings {
  COUNTY_NAME: string;
  CENTRE_PHONE: string;
  COUNTY_TZ: string;
}

/** Settings of the process, from the environment, checked once at start; the README lists them. */
export interface Config
  extends Omit<z.output<typeof Environment>, 'VOICE_PROVIDER' | keyof CountySettings>,
    CountySettings {
  VOICE_PROVIDER: Provider[];
  /** What of the county the environment says: it comes before what the county says of itself. */
  countyFixed: Partial<CountySettings>;
  demo: boolean;
  twilio?: TwilioSettings;
  aliyun?: AliyunSettings;
  gateway?: GatewaySettings;
  /** Where attachments lie; absent: in `DATA_DIR`. */
  s3?: S3Settings;
}

/** @throws Error naming each wrong setting */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`).join('\n');
    throw new Error(`环境设置有误 / wrong settings:\n${wrong}`);
  }
  if (parsed.data.TEST_CLOCK && parsed.data.NODE_ENV === 'production') {
    throw new Error('TEST_CLOCK 不得用于生产环境 / TEST_CLOCK is refused in production');
  }
  // The demo county is for trying out: never on a database somebody named, unless he asks for it.
  const demo = (parsed.data.DEMO ?? (parsed.data.DATABASE_URL ? '0' : '1')) === '1';
  const county = countySettings(parsed.data, demo);
  return { ...parsed.data, demo, ...county, s3: objectStore(parsed.data), ...providers(parsed.data) };
}

function countySettings(given: z.output<typeof Environment>, demo: boolean) {
  const { COUNTY_NAME, CENTRE_PHONE, COUNTY_TZ } = given;
  const usual: CountySettings = {
    COUNTY_NAME: demo ? '仙居县应急大联动' : '应急大联动',
    CENTRE_PHONE: '110',
    COUNTY_TZ: 'Asia/Shanghai',
  };
  const said = Object.entries({ COUNTY_NAME, CENTRE_PHONE, COUNTY_TZ }).filter(([, value]) => value !== undefined);
  const countyFixed: Partial<CountySettings> = Object.fromEntries(said);
  return { ...usual, ...countyFixed, countyFixed };
}

/** What the chosen providers need. @throws Error naming what is missing */
function providers(environment: z.output<typeof Environment>) {
  const sms = environment.SMS_PROVIDER;
  const callers = sms.filter((name) => name !== 'gateway' && (name !== 'aliyun' || environment.ALIYUN_CALL_NUMBER));
  const voice: Provider[] = environment.VOICE_PROVIDER ?? callers;
  const chosen = new Set<Provider>([...sms, ...voice]);
  const missing: string[] = [];
  const need = (name: keyof typeof environment): string => {
    const value = environment[name];
    if (value === undefined) missing.push(name);
    return String(value);
  };
  const twilio: TwilioSettings | undefined = chosen.has('twilio')
    ? {
        accountSid: need('TWILIO_ACCOUNT_SID'),
        authToken: need('TWILIO_AUTH_TOKEN'),
        from: need('TWILIO_FROM'),
        messagingServiceSid: environment.TWILIO_MESSAGING_SERVICE_SID,
        baseUrl: environment.TWILIO_BASE_URL,
        publicUrl: need('PUBLIC_URL'),
      }
    : undefined;
  const aliyun: AliyunSettings | undefined = chosen.has('aliyun')
    ? {
        accessKeyId: need('ALIYUN_ACCESS_KEY_ID'),
        accessKeySecret: need('ALIYUN_ACCESS_KEY_SECRET'),
        sign: need('ALIYUN_SMS_SIGN'),
        callNumber: voice.includes('aliyun') ? need('ALIYUN_CALL_NUMBER') : undefined,
        hookSecret: need('ALIYUN_HOOK_SECRET'),
        smsUrl: environment.ALIYUN_SMS_URL,
        voiceUrl: environment.ALIYUN_VOICE_URL,
      }
    : undefined;
  const gateway: GatewaySettings | undefined = chosen.has('gateway')
    ? { url: need('GATEWAY_URL'), secret: need('GATEWAY_SECRET') }
    : undefined;
  if (environment.SIGNED_LINKS) need('PUBLIC_URL');
  // A call to a practice phone would seem to have reached somebody.
  if (sms.includes('simulator') !== voice.includes('simulator') && voice.length > 0)
    throw new Error('环境设置有误 / wrong settings:\n  VOICE_PROVIDER: simulator goes with simulator only');
  if (missing.length > 0) throw wrongSettings(missing);
  return { VOICE_PROVIDER: voice, twilio, aliyun, gateway };
}

const wrongSettings = (missing: readonly string[]): Error =>
  new Error(`环境设置有误 / wrong settings:\n${missing.map((name) => `  ${name}: missing`).join('\n')}`);

/** All four or none: half an object store would lose photographs in silence. @throws Error naming what is missing */
function objectStore(environment: z.output<typeof Environment>): S3Settings | undefined {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION } = environment;
  const wanted = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY };
  const missing = Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(wanted).length) return undefined;
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY && S3_SECRET_KEY) {
    return {
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      region: S3_REGION,
    };
  }
  throw wrongSettings(missing);
}

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('config');
