import { describe, expect, test } from '@jest/globals';
import { allows, LoginBody, PERMISSIONS, type Permission, ROLES, type Role } from './auth.js';

const ALL = Object.keys(PERMISSIONS) as Permission[];
const allowedTo = (role: Role) => ALL.filter((permission) => allows(role, permission));
const READS = ALL.filter((permission) => permission.endsWith('.read'));

/** Who may do what, role by role. */
const TABLE: Record<Role, Permission[]> = {
  dispatcher: [
    'incident.read',
    'incident.take',
    'order.issue',
    'order.read',
    'order.report',
    'owed.read',
    'feedback.write',
    'feedback.judge',
    'attachment.write',
    'reply.settle',
    'message.read',
    'message.broadcast',
    'push.use',
    'register.read',
    'duty.read',
    'expert.call',
    'forces.read',
    'document.remind',
    'report.read',
    'practice.use',
  ],
  supervisor: [
    'incident.read',
    'incident.take',
    'incident.supervise',
    'order.issue',
    'order.read',
    'order.report',
    'order.supervise',
    'owed.read',
    'notice.issue',
    'notice.answer',
    'feedback.write',
    'feedback.judge',
    'attachment.write',
    'reply.settle',
    'message.read',
    'message.broadcast',
    'message.manage',
    'push.use',
    'register.read',
    'duty.read',
    'duty.edit',
    'team.setAside',
    'expert.call',
    'forces.read',
    'document.remind',
    'report.read',
    'practice.use',
  ],
  commander: [
    'incident.read',
    'order.read',
    'owed.read',
    'message.read',
    'register.read',
    'duty.read',
    'forces.read',
    'report.read',
  ],
  admin: [
    'incident.read',
    'order.read',
    'owed.read',
    'attachment.write',
    'rules.edit',
    'message.read',
    'message.manage',
    'register.read',
    'register.edit',
    'register.editOwn',
    'place.edit',
    'plan.edit',
    'duty.read',
    'duty.edit',
    'forces.read',
    'document.write',
    'document.remind',
    'county.setUp',
    'report.read',
    'practice.use',
  ],
  auditor: [
    'incident.read',
    'order.read',
    'owed.read',
    'message.read',
    'register.read',
    'duty.read',
    'forces.read',
    'report.read',
    'trail.read',
  ],
  team: [
    'order.read',
    'order.report',
    'incident.selfTake',
    'owed.read',
    'notice.answer',
    'feedback.write',
    'attachment.write',
    'push.use',
    'register.editOwn',
    'duty.read',
    'duty.edit',
    'forces.read',
    'document.write',
  ],
};

describe('who may do what', () => {
  test.each(ROLES)('%s: exactly what the table says', (role) => {
    expect(allowedTo(role)).toEqual(TABLE[role]);
  });

  test.each(ALL)('%s is given to at least one role, and each only once', (permission) => {
    const roles: readonly Role[] = PERMISSIONS[permission];
    expect(roles.length).toBeGreaterThan(0);
    expect(new Set(roles).size).toBe(roles.length);
    for (const role of roles) expect(ROLES).toContain(role);
  });

  test('the auditor reads everything and writes nothing', () => {
    expect(allowedTo('auditor')).toEqual(READS);
  });

  test('the trail is read by the auditor alone', () => {
    expect(ROLES.filter((role) => allows(role, 'trail.read'))).toEqual(['auditor']);
  });

  test('the commander sees and never issues, reports or corrects', () => {
    expect(allowedTo('commander').filter((permission) => !READS.includes(permission))).toEqual([]);
    expect(allows('commander', 'order.issue')).toBe(false);
  });

  test('the administrator keeps the register and commands nothing', () => {
    expect(allowedTo('admin').filter((one) => /^(incident|order|reply)\./.test(one) && !READS.includes(one))).toEqual(
      [],
    );
  });

  test('a team never reads the county’s incidents, and neither issues, corrects nor judges', () => {
    for (const permission of [
      'incident.read',
      'incident.take',
      'order.issue',
      'order.supervise',
      'feedback.judge',
    ] as const)
      expect(allows('team', permission)).toBe(false);
  });

  test('the rules are the administrator’s alone, notices the supervisor’s', () => {
    expect(ROLES.filter((role) => allows(role, 'rules.edit'))).toEqual(['admin']);
    expect(ROLES.filter((role) => allows(role, 'notice.issue'))).toEqual(['supervisor']);
  });

  test('corrections, waivers and mergers are the supervisor’s alone', () => {
    for (const permission of ['incident.supervise', 'order.supervise'] as const) {
      expect(ROLES.filter((role) => allows(role, permission))).toEqual(['supervisor']);
    }
  });

  test('a supervisor may do all a dispatcher may', () => {
    expect(allowedTo('supervisor')).toEqual(expect.arrayContaining(allowedTo('dispatcher')));
  });
});

describe('what is sent to sign in', () => {
  test.each<[string, unknown, boolean]>([
    ['a name and a password', { username: 'd1', password: 'x' }, true],
    ['no name', { username: ' ', password: 'x' }, false],
    ['no password', { username: 'd1', password: '' }, false],
    ['a name too long', { username: 'd'.repeat(65), password: 'x' }, false],
    ['a password too long to hash in peace', { username: 'd1', password: 'x'.repeat(257) }, false],
    ['the longest password', { username: 'd1', password: 'x'.repeat(256) }, true],
  ])('%s', (_name, body, good) => {
    expect(LoginBody.safeParse(body).success).toBe(good);
  });

  test('blanks round the name are nobody’s, blanks in the password are the user’s', () => {
    expect(LoginBody.parse({ username: ' d1 ', password: ' x ' })).toEqual({ username: 'd1', password: ' x ' });
  });
});
