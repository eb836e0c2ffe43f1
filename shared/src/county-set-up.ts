import { z } from 'zod';
import { LoginBody } from './auth.js';
import { Instant, Phone } from './basics.js';

/** Passwords that people choose. 本县约定 */
export const NewPassword = z.string().min(12, '密码至少 12 个字符').max(256, '密码太长');
const Username = LoginBody.shape.username.regex(
  /^[A-Za-z][A-Za-z0-9._-]{1,31}$/,
  '用户名以字母开头，用字母、数字、点、横线',
);

/** The first account of a county, by whoever holds the key that the server printed at its start. */
export const FirstAdministrator = z.object({
  key: z.string().trim().toLowerCase().min(1).max(100),
  username: Username,
  displayName: z.string().trim().min(1).max(30),
  password: NewPassword,
});
export type FirstAdministrator = z.infer<typeof FirstAdministrator>;

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** What the county says of itself. `title` stands at the top of every page; without one it is the name and 应急大联动. */
export const EditCounty = z.object({
  name: z.string().trim().min(2).max(30),
  title: z.string().trim().max(40).optional(),
  centrePhone: Phone,
  zone: z.string().trim().refine(isZone, '没有这个时区'),
});
export type EditCounty = z.infer<typeof EditCounty>;

/** `fixed`: what the process's settings say, which comes before what is saved here. */
export const CountyFactsView = z.object({
  name: z.string(),
  title: z.string(),
  centrePhone: z.string(),
  zone: z.string(),
  fixed: z.array(z.enum(['title', 'centrePhone', 'zone'])),
});

/** The steps of setting a county up; they may be taken in any order. */
export const SETUP_STEPS = ['county', 'townships', 'teams', 'people', 'rules', 'accounts', 'check'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** One thing that is missing. `must`: without it the county cannot take calls; else it had better be done. */
export const SetupGap = z.object({
  code: z.string(),
  step: z.enum(SETUP_STEPS),
  must: z.boolean(),
  text: z.string(),
  english: z.string(),
  subjects: z.array(z.string()),
});
export type SetupGap = z.infer<typeof SetupGap>;

/** How far the county is. */
export const SetupView = z.object({
  county: CountyFactsView,
  inServiceAt: Instant.nullable(),
  rulesConfirmedAt: Instant.nullable(),
  rulesConfirmedBy: z.string().nullable(),
  counts: z.object({
    townships: z.number().int(),
    urbanTownships: z.number().int(),
    places: z.number().int(),
    teams: z.number().int(),
    members: z.number().int(),
    rules: z.number().int(),
    types: z.number().int(),
    plans: z.number().int(),
    accounts: z.number().int(),
    teamsWithoutAccount: z.number().int(),
  }),
  steps: z.array(z.object({ step: z.enum(SETUP_STEPS), done: z.boolean() })),
  gaps: z.array(SetupGap),
});
export type SetupView = z.infer<typeof SetupView>;

/** What everybody signed in may know: is the county in service? */
export const CountyState = z.object({ name: z.string(), inService: z.boolean() });

/** What a county begins with, shown before it is taken over. */
export const DefaultRules = z.object({
  rules: z.array(
    z.object({
      ruleNo: z.number().int(),
      note: z.string(),
      daySeconds: z.number().int(),
      nightSeconds: z.number().int(),
      basis: z.string(),
    }),
  ),
  types: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      incidentClass: z.string(),
      defaultSeverity: z.string(),
      taskText: z.string().nullable(),
    }),
  ),
});

/** Accounts to be made: posts by name, and one for each team that has none. */
export const NewAccounts = z.object({
  staff: z
    .array(
      z.object({
        username: Username,
        displayName: z.string().trim().min(1).max(30),
        role: z.enum(['dispatcher', 'supervisor', 'commander', 'auditor', 'admin']),
      }),
    )
    .max(100),
  teams: z.boolean(),
});
export type NewAccounts = z.infer<typeof NewAccounts>;

/** Shown once: only its hash is kept. */
export const IssuedLogin = z.object({
  username: z.string(),
  password: z.string(),
  displayName: z.string(),
  role: z.string(),
});
export type IssuedLogin = z.infer<typeof IssuedLogin>;

/** An account that may sign in. */
export const AccountRow = IssuedLogin.omit({ password: true });
export type AccountRow = z.infer<typeof AccountRow>;
