import { defineConfig } from '@playwright/test';

/** Real Chromium of the system (nothing is downloaded), one server with the embedded database for all screens. */
const PORT = Number(process.env.BROWSER_TEST_PORT ?? 3911);

export default defineConfig({
  testDir: 'console/e2e',
  outputDir: '.tmp/browser',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.tmp/ci/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1456, height: 819 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'rm -rf .tmp/e2e-data && node server/dist/main.js',
    url: `http://127.0.0.1:${PORT}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: { PORT: String(PORT), DATA_DIR: '.tmp/e2e-data', DEMO_PASSWORD: 'practice-makes-fast', TEST_CLOCK: '1' },
  },
});
