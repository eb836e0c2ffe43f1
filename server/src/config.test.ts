import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.js';

describe('the settings of the process', () => {
  test('nothing set: a demo on this machine only', () => {
    expect(readConfig({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      SMS_PROVIDER: ['simulator'],
      VOICE_PROVIDER: ['simulator'],
      ALIYUN_SMS_URL: 'https://dysmsapi.aliyuncs.com',
      ALIYUN_VOICE_URL: 'https://dyvmsapi.aliyuncs.com',
      DRILL_PHONES: false,
      SIGNED_LINKS: false,
      CENTRE_PHONE: '110',
      COUNTY_NAME: '仙居县应急大联动',
      COUNTY_TZ: 'Asia/Shanghai',
      S3_REGION: 'us-east-1',
      TEST_CLOCK: false,
      demo: true,
      countyFixed: {},
    });
  });

  test.each<[Record<string, string>, Record<string, unknown>]>([
    [{ PORT: '8080' }, { PORT: 8080 }],
    [{ PORT: '0' }, { PORT: 0 }],
    [{ DEMO: '0' }, { demo: false }],
    [{ DATABASE_URL: 'postgres://somewhere' }, { demo: false }],
    [{ DATABASE_URL: 'postgres://somewhere', DEMO: '1' }, { demo: true }],
    [{ DEMO: '1' }, { demo: true }],
    [{ TEST_CLOCK: '1' }, { TEST_CLOCK: true }],
    [{ TEST_CLOCK: '0' }, { TEST_CLOCK: false }],
    [{ PUBLIC_URL: 'https://liandong.example.cn' }, { PUBLIC_URL: 'https://liandong.example.cn' }],
    [{ COUNTY_TZ: 'Asia/Urumqi' }, { COUNTY_TZ: 'Asia/Urumqi' }],
    [{ DEMO_PASSWORD: '12345678' }, { DEMO_PASSWORD: '12345678' }],
  ])('%j', (environment, config) => {
    expect(readConfig(environment)).toMatchObject(config);
  });

  test('what is not a setting of ours is left alone', () => {
    expect(readConfig({ HOME: '/root', LANG: 'C' })).toEqual(readConfig({}));
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'liandong'],
    ['SMS_PROVIDER', 'pigeon'],
    ['SMS_PROVIDER', ''],
    ['SMS_PROVIDER', 'simulator,aliyun'],
    ['VOICE_PROVIDER', 'gateway'],
    ['VOICE_PROVIDER', 'aliyun'],
    ['TWILIO_ACCOUNT_SID', 'AC12'],
    ['TWILIO_FROM', '13800000000'],
    ['GATEWAY_SECRET', 'short'],
    ['COUNTY_TZ', 'Asia/Xianju'],
    ['DEMO', 'yes'],
    ['DEMO_PASSWORD', '1234567'],
    ['TEST_CLOCK', 'true'],
  ])('%s=%s is refused, and the message names it', (key, value) => {
    expect(() => readConfig({ [key]: value })).toThrow(new RegExp(`wrong settings:\\n {2}${key}: `));
  });

  const TWILIO = {
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_FROM: '+15550001234',
    PUBLIC_URL: 'https://dispatch.example.org',
  };
  const GATEWAY = { GATEWAY_URL: 'http://10.0.0.2:8080', GATEWAY_SECRET: 'sixteen letters!' };
  const ALIYUN = {
    ALIYUN_ACCESS_KEY_ID: 'id',
    ALIYUN_ACCESS_KEY_SECRET: 'secret',
    ALIYUN_SMS_SIGN: '仙居联动',
    ALIYUN_HOOK_SECRET: 'sixteen letters!',
  };

  test.each<[string, Record<string, string>, string[], string[]]>([
    ['one provider texts and calls', { SMS_PROVIDER: 'twilio', ...TWILIO }, ['twilio'], ['twilio']],
    ['a modem gateway only texts', { SMS_PROVIDER: 'gateway', ...GATEWAY }, ['gateway'], []],
    ['Aliyun calls where it has a number to call from', { SMS_PROVIDER: 'aliyun', ...ALIYUN }, ['aliyun'], []],
    [
      'the first is preferred',
      { SMS_PROVIDER: 'aliyun, gateway', ...ALIYUN, ALIYUN_CALL_NUMBER: '057100000000', ...GATEWAY },
      ['aliyun', 'gateway'],
      ['aliyun'],
    ],
    [
      'others may call than text',
      { SMS_PROVIDER: 'gateway', VOICE_PROVIDER: 'twilio', ...GATEWAY, ...TWILIO },
      ['gateway'],
      ['twilio'],
    ],
  ])('%s', (_words, environment, sms, voice) => {
    expect(readConfig(environment)).toMatchObject({ SMS_PROVIDER: sms, VOICE_PROVIDER: voice });
  });

  test.each([
    ['TWILIO_AUTH_TOKEN', { SMS_PROVIDER: 'twilio', ...TWILIO }],
    ['PUBLIC_URL', { SMS_PROVIDER: 'twilio', ...TWILIO }],
    ['ALIYUN_HOOK_SECRET', { SMS_PROVIDER: 'aliyun', ...ALIYUN }],
    ['ALIYUN_CALL_NUMBER', { SMS_PROVIDER: 'gateway', VOICE_PROVIDER: 'aliyun', ...GATEWAY, ...ALIYUN }],
    ['GATEWAY_URL', { SMS_PROVIDER: 'gateway', ...GATEWAY }],
    ['PUBLIC_URL', { SIGNED_LINKS: '1' }],
  ])('a chosen provider without %s is refused, and the message names it', (name, environment) => {
    const { [name]: _, ...rest } = environment as Record<string, string>;
    expect(() => readConfig(rest)).toThrow(new RegExp(`\\n {2}${name}: missing`));
  });

  test('several wrong settings are all named at once, the right ones not', () => {
    const read = () => readConfig({ PORT: 'x', DEMO: 'x', HOST: '0.0.0.0' });
    expect(read).toThrow(/PORT: [\s\S]*DEMO: /);
    expect(read).not.toThrow(/HOST/);
  });
});

describe('the object store of the attachments', () => {
  const STORE = {
    S3_ENDPOINT: 'https://files.example.cn',
    S3_BUCKET: 'liandong',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
  };

  test('is none unless set: a folder serves', () => {
    expect(readConfig({ S3_REGION: 'cn-north-1' }).s3).toBeUndefined();
  });

  test('is set by its four settings; the region has a usual value', () => {
    const s3 = { endpoint: 'https://files.example.cn', bucket: 'liandong', accessKey: 'key', secretKey: 'secret' };
    expect(readConfig(STORE).s3).toEqual({ ...s3, region: 'us-east-1' });
    expect(readConfig({ ...STORE, S3_REGION: 'cn-north-1' }).s3).toEqual({ ...s3, region: 'cn-north-1' });
  });

  test.each(Object.keys(STORE))('is refused without %s, and the message names it alone', (key) => {
    const { [key as keyof typeof STORE]: _, ...rest } = STORE;
    expect(() => readConfig(rest)).toThrow(new RegExp(`wrong settings:\\n {2}${key}: missing$`));
  });
});

describe('the test clock', () => {
  test('is refused in production', () => {
    expect(() => readConfig({ TEST_CLOCK: '1', NODE_ENV: 'production' })).toThrow(
      'TEST_CLOCK is refused in production',
    );
  });

  test.each<Record<string, string>>([
    { TEST_CLOCK: '1', NODE_ENV: 'test' },
    { TEST_CLOCK: '1' },
    { TEST_CLOCK: '0', NODE_ENV: 'production' },
    { NODE_ENV: 'production' },
  ])('is no reason to refuse %j', (environment) => {
    expect(() => readConfig(environment)).not.toThrow();
  });
});
