/**
 * `rules` are pure and need nothing, `rooms` run the server on a database over HTTP, `nodes` run several servers on one
 * PostgreSQL and one Redis (TEST_DATABASE_URL, TEST_REDIS_URL).
 * All TypeScript goes through swc and runs as native ES modules.
 */
const common = {
  rootDir: import.meta.dirname,
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  moduleNameMapper: {
    '^@liandong/(shared|seed)/(.*)$': '<rootDir>/$1/src/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const ROOMS = ['<rootDir>/server/src/**/*.e2e.test.ts', '<rootDir>/server/test/{guards,scenarios}/*.test.ts'];
const DATABASES = {
  globalSetup: '<rootDir>/server/test/global-setup.mjs',
  globalTeardown: '<rootDir>/server/test/global-teardown.mjs',
};

export default {
  projects: [
    {
      ...common,
      displayName: 'rules',
      testMatch: ['<rootDir>/{shared,seed,server,console}/src/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.e2e\\.test\\.ts$', '/node_modules/'],
    },
    {
      ...common,
      displayName: 'rooms',
      testMatch: ROOMS,
      ...DATABASES,
    },
    {
      ...common,
      displayName: 'nodes',
      testMatch: ['<rootDir>/server/test/nodes/*.test.ts'],
      ...DATABASES,
    },
  ],
  testTimeout: 60_000,
  // Two processes share the files, and one that has grown is replaced: all in one, its heap fills up.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1200MB',
};
