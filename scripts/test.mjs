// npm test: every test that needs nothing but Node. Arguments go on to Jest, e.g. `npm test -- --testPathPatterns ladder`.
import { ensureBuilt, ensureInstalled, run } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ withConsole: false });
const chosen = process.argv.includes('--selectProjects');
run(process.execPath, [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  ...(chosen ? [] : ['--selectProjects', 'rules', 'rooms']),
  ...process.argv.slice(2),
]);
