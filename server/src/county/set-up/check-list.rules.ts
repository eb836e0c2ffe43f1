import type { SetupGap, SetupStep } from '@liandong/shared/county-set-up';

/** What is known of a county that is being set up. */
export interface SetupFacts {
  name: string;
  centrePhone: string;
  townships: { name: string; urban: boolean; seatKnown: boolean; hasTeam: boolean }[];
  teams: {
    shortName: string;
    alarmPhone: string;
    base: 'urban' | 'township';
    members: number;
    commanders: number;
    onDuty: boolean;
    hasAccount: boolean;
    atUrban: boolean;
  }[];
  rules: number;
  types: number;
  plans: number;
  rulesConfirmed: boolean;
  /** Accounts that may sign in, by role. */
  accounts: Partial<Record<string, number>>;
}

interface Row {
  code: string;
  step: SetupStep;
  must: boolean;
  text: string;
  english: string;
  /** Who or what is meant; a list without anybody in it is no gap. True: the county as a whole. */
  missing: (facts: SetupFacts) => boolean | string[];
}

const squads = (facts: SetupFacts, wrong: (team: SetupFacts['teams'][number]) => boolean): string[] =>
  facts.teams.filter(wrong).map(({ shortName }) => shortName);
const nobodyIs =
  (role: string) =>
  ({ accounts }: SetupFacts): boolean =>
    !accounts[role];

/** What a county needs before it takes calls (`must`), and what it had better have. 本县约定 */
const CHECK_LIST: readonly Row[] = [
  {
    code: 'name',
    step: 'county',
    must: true,
    text: '没有填县名',
    english: 'The county has no name',
    missing: ({ name }) => name === '',
  },
  {
    code: 'centrePhone',
    step: 'county',
    must: true,
    text: '没有填指挥中心电话',
    english: 'The command centre has no phone',
    missing: ({ centrePhone }) => centrePhone === '',
  },
  {
    code: 'townships',
    step: 'townships',
    must: true,
    text: '没有乡镇街道',
    english: 'There are no townships',
    missing: ({ townships }) => townships.length === 0,
  },
  {
    code: 'urban',
    step: 'townships',
    must: true,
    text: '没有标明哪些乡镇街道属于城区',
    english: 'No township is marked as part of the urban area',
    missing: ({ townships }) => townships.length > 0 && !townships.some(({ urban }) => urban),
  },
  {
    code: 'seats',
    step: 'townships',
    must: true,
    text: '这些乡镇街道的驻地只是示意，时限和远近会算错，请写明坐标',
    english: 'The seats of these townships are only sketched, minutes and distances would be wrong: give their points',
    missing: ({ townships }) => townships.filter(({ seatKnown }) => !seatKnown).map(({ name }) => name),
  },
  {
    code: 'townshipWithoutTeam',
    step: 'teams',
    must: false,
    text: '这些乡镇街道没有队伍',
    english: 'These townships have no team',
    missing: ({ townships }) => townships.filter(({ hasTeam }) => !hasTeam).map(({ name }) => name),
  },
  {
    code: 'teams',
    step: 'teams',
    must: true,
    text: '没有队伍',
    english: 'There are no teams',
    missing: ({ teams }) => teams.length === 0,
  },
  {
    code: 'alarmPhone',
    step: 'teams',
    must: true,
    text: '这些队伍没有接警电话',
    english: 'These teams have no alarm phone',
    missing: (facts) => squads(facts, ({ alarmPhone }) => alarmPhone === ''),
  },
  {
    code: 'base',
    step: 'teams',
    must: false,
    text: '这些队伍填了从城区出发，所在乡镇却不属于城区',
    english: 'These teams start from the urban area, but their township is not part of it',
    missing: (facts) => squads(facts, ({ base, atUrban }) => base === 'urban' && !atUrban),
  },
  {
    code: 'members',
    step: 'people',
    must: true,
    text: '这些队伍没有人员',
    english: 'These teams have no members',
    missing: (facts) => squads(facts, ({ members }) => members === 0),
  },
  {
    code: 'commander',
    step: 'people',
    must: true,
    text: '这些队伍没有指挥',
    english: 'These teams have no commander',
    missing: (facts) => squads(facts, ({ commanders, members }) => members > 0 && commanders === 0),
  },
  {
    code: 'commanders',
    step: 'people',
    must: true,
    text: '这些队伍有几名指挥',
    english: 'These teams have several commanders',
    missing: (facts) => squads(facts, ({ commanders }) => commanders > 1),
  },
  {
    code: 'duty',
    step: 'people',
    must: false,
    text: '这些队伍此刻没有人值班，指令发给指挥、副指挥和接警电话',
    english: 'Nobody of these teams is on duty now: orders go to commander, deputy and alarm phone',
    missing: (facts) => squads(facts, ({ members, onDuty }) => members > 0 && !onDuty),
  },
  {
    code: 'rules',
    step: 'rules',
    must: true,
    text: '还没有确认规则',
    english: 'The rules are not confirmed yet',
    missing: ({ rulesConfirmed, rules, types }) => !rulesConfirmed || rules === 0 || types === 0,
  },
  {
    code: 'plans',
    step: 'rules',
    must: false,
    text: '没有预案，推荐队伍只看专长和远近',
    english: 'There are no plans: teams are recommended by specialty and distance only',
    missing: ({ plans, rulesConfirmed }) => rulesConfirmed && plans === 0,
  },
  {
    code: 'dispatcher',
    step: 'accounts',
    must: true,
    text: '没有调度员账号',
    english: 'No dispatcher has an account',
    missing: nobodyIs('dispatcher'),
  },
  {
    code: 'supervisor',
    step: 'accounts',
    must: true,
    text: '没有值班长账号',
    english: 'No shift supervisor has an account',
    missing: nobodyIs('supervisor'),
  },
  {
    code: 'commanderAccount',
    step: 'accounts',
    must: false,
    text: '没有指挥长账号',
    english: 'No commander has an account',
    missing: nobodyIs('commander'),
  },
  {
    code: 'auditor',
    step: 'accounts',
    must: false,
    text: '没有审计员账号',
    english: 'No auditor has an account',
    missing: nobodyIs('auditor'),
  },
  {
    code: 'teamAccount',
    step: 'accounts',
    must: false,
    text: '这些队伍没有账号，只能用短信和电话回复',
    english: 'These teams have no account and answer by text and phone only',
    missing: (facts) => squads(facts, ({ hasAccount }) => !hasAccount),
  },
];

/** What is missing, in the order of the steps. */
export function checkList(facts: SetupFacts): SetupGap[] {
  return CHECK_LIST.flatMap(({ missing, ...row }) => {
    const found = missing(facts);
    const subjects = Array.isArray(found) ? found : [];
    return found === true || subjects.length > 0 ? [{ ...row, subjects }] : [];
  });
}

/** May the county take calls? */
export const isReady = (gaps: readonly SetupGap[]): boolean => !gaps.some(({ must }) => must);

/** A step is done when nothing of it is missing that must be there. */
export const isDone = (step: SetupStep, gaps: readonly SetupGap[], inService: boolean): boolean =>
  step === 'check' ? inService : !gaps.some((gap) => gap.must && gap.step === step);
