import 'reflect-metadata';
import { type Config, readConfig } from './config.js';
import { serveConsole } from './console-pages.js';
import { makeSetupKey } from './county/set-up/setup-keys.js';
import { createApp } from './create-app.js';
import { closeDatabase, openDatabase } from './database/data-source.js';
import type { NewLogin } from './demo/demo-accounts.js';
import { seedDemo } from './demo/seed-demo.js';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase({ url: config.DATABASE_URL, dataDir: config.DATA_DIR });
  const logins = config.demo ? await seedDemo(database.source, config.DEMO_PASSWORD, new Date(), config.COUNTY_TZ) : [];
  const setupKey = await makeSetupKey(database.source, new Date());
  const app = await createApp(config, database.source);
  await serveConsole(app.getHttpAdapter().getInstance());
  stopOnSignal(async () => {
    await app.close();
    await closeDatabase(database);
  });
  await app.listen(config.PORT, config.HOST);
  announce(await app.getUrl(), config, logins);
  if (setupKey) announceSetup(await app.getUrl(), config, setupKey);
}

/** Finish what runs, then leave: Ctrl-C in a terminal, SIGTERM from a service manager. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    });
  }
}

function announce(url: string, config: Config, logins: readonly NewLogin[]): void {
  const outside = config.PUBLIC_URL ? `${config.PUBLIC_URL}  ←  ` : '';
  console.log(`\n${config.COUNTY_NAME} 已启动 / running:  ${outside}${url}\n`);
  if (logins.length > 0) {
    console.log('演示账号（只显示这一次）/ demo accounts (shown once):');
    for (const login of logins)
      console.log(`  ${login.username.padEnd(12)} ${login.password.padEnd(14)} ${login.displayName}`);
  }
  console.log(
    '\n  调度台 desk  /desk     队员手机 field  /field     演练手机 practice phones  /phones     API  /api/docs\n',
  );
}

function announceSetup(url: string, { PUBLIC_URL }: Config, key: string): void {
  console.log(
    `建县：用浏览器打开 ${PUBLIC_URL ?? url}/setup，凭启动密钥建第一个管理员账号（密钥只显示这一次）\nset-up key (shown once):  ${key}\n`,
  );
}

function fail(error: Error): never {
  console.error(error.message.startsWith('环境') || error.message.startsWith('数据目录') ? error.message : error);
  process.exit(1);
}

start().catch(fail);
