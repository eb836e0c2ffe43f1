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

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  TRUSTED_PROXIES: z.string().optional(),
  SMS_PROVIDER: z.enum(['simulator']).default('simulator'),
  COUNTY_NAME: z.string().default('仙居县应急大联动'),
  CENTRE_PHONE: z.string().default('110'),
  COUNTY_TZ: z.string().refine(isZone, 'no such time zone').default('Asia/Shanghai'),
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

/** Settings of the process, all from the environment, checked once at start; the README lists them. */
export interface Config extends z.output<typeof Environment> {
  demo: boolean;
  /** Where attachments lie; absent: in `DATA_DIR`. */
  s3?: S3Settings;
}

/** @throws Error naming each wrong setting */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n');
    throw new Error(`环境设置有误 / wrong settings:\n${wrong}`);
  }
  if (parsed.data.TEST_CLOCK && parsed.data.NODE_ENV === 'production') {
    throw new Error('TEST_CLOCK 不得用于生产环境 / TEST_CLOCK is refused in production');
  }
  // The demo county is for trying out: never on a database somebody named, unless he asks for it.
  const demo = (parsed.data.DEMO ?? (parsed.data.DATABASE_URL ? '0' : '1')) === '1';
  return { ...parsed.data, demo, s3: objectStore(parsed.data) };
}

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
  throw new Error(`环境设置有误 / wrong settings:\n${missing.map((name) => `  ${name}: missing`).join('\n')}`);
}

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('config');
