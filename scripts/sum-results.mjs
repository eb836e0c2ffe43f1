// Adds up what the runners reported and prints "N passed, N failed" as the last line.
// usage: sum-results.mjs FOLDER FAILED_STEPS; exits 1 when anything failed, or when a runner left no report.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedSteps] = process.argv.slice(2);

const READERS = {
  'node.json': (jest) => ({
    passed: jest.numPassedTests,
    failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
  }),
  'postgres.json': (jest) => ({
    passed: jest.numPassedTests,
    failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
  }),
  'browser.json': ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
};

let passed = 0;
let failed = 0;
for (const [name, read] of Object.entries(READERS)) {
  const file = join(folder, name);
  const sum = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1 };
  console.log(`${name}: ${sum.passed} passed, ${sum.failed} failed`);
  passed += sum.passed;
  failed += sum.failed;
}
// A step that failed without a failed test (types, lint, build) still counts.
if (failedSteps !== '0' && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
