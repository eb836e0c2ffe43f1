// What every command needs first: the packages of the lock file, and a build that is not older than its sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
const OLDEST = [20, 19];

/** Run a command in the repository; ends this process with its code when it fails. */
export function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Install when the lock file is not the one that was installed. */
export function ensureInstalled() {
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.error(`Node ${OLDEST.join('.')} 或更新 / or newer is needed, this is ${process.versions.node}`);
    process.exit(1);
  }
  const lock = hash(readFileSync(join(ROOT, 'package-lock.json')));
  const stamp = join(ROOT, 'node_modules/.liandong-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('安装依赖 / installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** Build server, shared and seed (the compiler itself skips what is fresh), and the console when its sources changed. */
export function ensureBuilt({ withConsole }) {
  run('npx', ['--no-install', 'tsc', '-b']);
  if (!withConsole) return;
  const sources = hash(['console', 'shared/src'].flatMap((folder) => fingerprints(join(ROOT, folder))).join('\n'));
  const stamp = join(ROOT, '.tmp/console-build');
  if (existsSync(join(ROOT, 'console/dist/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources)
    return;
  console.log('构建控制台 / building the console …');
  run('npm', ['run', 'build', '--silent', '-w', 'console', '--', '--logLevel', 'warn']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

const hash = (content) => createHash('sha256').update(content).digest('hex');

function fingerprints(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    if (entry.isDirectory()) return fingerprints(path);
    const { size, mtimeMs } = statSync(path);
    return [`${path} ${size} ${mtimeMs}`];
  });
}
