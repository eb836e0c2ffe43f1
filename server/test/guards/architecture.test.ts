import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

/** A room imports only rooms to its left. Rooms between the same bars may not import each other unless ordered here. */
const ROOMS = [
  'platform',
  'database',
  'events',
  'auth',
  'audit',
  'settings',
  'places',
  'targets',
  'teams',
  'equipment',
  'messages',
  'duty',
  'obligations',
  'attachments',
  'documents',
  'incidents',
  'experts',
  'plans',
  'dispatch',
  'feedback',
  'supervision',
  'board',
  'reports',
  'realtime',
  'county',
  'demo',
];
/** Files at the top of the server: `config` is read by all, the others put the house together. */
const OUTSIDE = ['config', 'app.module', 'create-app', 'console-pages', 'main'];

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'dist' || name === 'node_modules' ? [] : sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) ? [path] : [];
  });
}

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2]!,
  );

const roomOf = (file: string): string =>
  relative(join(ROOT, 'server/src'), file)
    .split(sep)[0]!
    .replace(/\.[jt]s$/, '');

describe('arrows', () => {
  test('a room imports only rooms to its left', () => {
    const wrong: string[] = [];
    for (const file of sources(join(ROOT, 'server/src'))) {
      const room = roomOf(file);
      for (const target of imports(file).filter((path) => path.startsWith('.'))) {
        const other = roomOf(join(dirname(file), target));
        if (other === room || OUTSIDE.includes(room) || other === 'config') continue;
        // The list of all tables and the migrations look into every room; nothing else in `database` does.
        if (file.endsWith('database/entities.ts')) continue;
        if (ROOMS.indexOf(other) < 0 || ROOMS.indexOf(other) > ROOMS.indexOf(room))
          wrong.push(`${relative(ROOT, file)} → ${other}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['shared', /^(zod$|\.)/],
    ['seed', /^(@liandong\/shared\/|d3-delaunay$|node:|\.)/],
    ['console', /^(?!@liandong\/(server|seed))/],
    ['server', /^(?!@liandong\/console)/],
  ])('%s imports only what it may', (workspace, allowed) => {
    const wrong = sources(join(ROOT, workspace, 'src')).flatMap((file) =>
      imports(file)
        .filter((path) => !allowed.test(path))
        .map((path) => `${relative(ROOT, file)} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only the demo knows the demo county', () => {
    const knowing = sources(join(ROOT, 'server/src')).filter((file) =>
      imports(file).some((path) => path.startsWith('@liandong/seed')),
    );
    expect(knowing.map(roomOf).filter((room) => room !== 'demo')).toEqual([]);
  });

  test('rules are pure: no framework, no database, no clock, no chance', () => {
    const wrong = ['server/src', 'shared/src', 'console/src']
      .flatMap((folder) => sources(join(ROOT, folder)))
      .filter((file) => file.endsWith('.rules.ts') || file.endsWith('.grammar.ts'))
      .filter((file) => /@nestjs|typeorm|Date\.now|new Date\(\)|Math\.random/.test(readFileSync(file, 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('no file is longer than 300 lines (data, tests and migrations apart)', () => {
    const long = ['server/src', 'shared/src', 'console/src']
      .flatMap((folder) => sources(join(ROOT, folder)))
      .filter((file) => !/migrations|shared\/src\/api\.ts|shared\/src\/defaults|i18n|\.cases\.ts$/.test(file))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
