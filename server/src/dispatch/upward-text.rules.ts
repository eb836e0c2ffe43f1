import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import type { Casualties, SituationView } from '@liandong/shared/situation';
import type { UpwardStage } from '@liandong/shared/upward';
import { STATUS_WORDS } from './order.words.js';

/** What a report upward is written from. Instants as the county reads them, `7月14日14时05分`. */
export interface UpwardFacts {
  incident: IncidentView;
  orders: readonly OrderView[];
  situations: readonly SituationView[];
  calls: number;
  time: (instant: string) => string;
}

const SEVERITY_WORDS = { I: '特别重大', II: '重大', III: '较大', IV: '一般' } as const;
const FIGURES: readonly [keyof Casualties, string][] = [
  ['dead', '死亡'],
  ['injured', '受伤'],
  ['missing', '失联'],
  ['trapped', '被困'],
  ['rescued', '已救出'],
];

/** The newest figure known of each kind: a later report that is silent about one does not take it back. */
export function latestFigures(situations: readonly SituationView[]): Casualties {
  return Object.assign({}, ...situations.map(({ casualties }) => given(casualties)));
}

const given = (figures: Casualties): Casualties =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined && value !== null));

/** 初报、续报、终报: what happened, who is there, what is known, what is done. A draft for a person to read and send. */
export function upwardText(stage: UpwardStage, facts: UpwardFacts): string {
  const parts =
    stage === 'phone' ? [happened, sent] : [happened, people, sent, course, stage === 'final' ? ended : next];
  return parts
    .map((part) => part(facts))
    .filter((text) => text !== '')
    .join('\n');
}

function happened({ incident, calls, time }: UpwardFacts): string {
  const place = incident.placeText ?? incident.townshipName ?? '地点待查';
  const type = incident.type?.name ?? '突发事件';
  const grade = SEVERITY_WORDS[incident.severity];
  const told = calls > 1 ? `先后接到 ${calls} 个报警电话` : '接到报警';
  return `${time(incident.receivedAt)}，指挥中心${told}：${incident.narrative}。事发地点${place}，初步判断为${grade}${type}（警情编号 ${incident.number}）。`;
}

function people({ situations }: UpwardFacts): string {
  const figures = latestFigures(situations);
  const known = FIGURES.flatMap(([key, word]) => (figures[key] === undefined ? [] : [`${word} ${figures[key]} 人`]));
  return `人员情况：${known.length > 0 ? known.join('，') : '正在核实'}。`;
}

function sent({ incident, orders, time }: UpwardFacts): string {
  const working = orders.filter((order) => order.status !== 'declined' && order.status !== 'recalled');
  if (working.length === 0) return '处置情况：正在调派力量。';
  const first = time(working.map((order) => order.issuedAt).toSorted()[0]!);
  const short = (instant: string): string => onSameDay(time(instant), first);
  const teams = working.map((order) => `${order.teamShortName}（${stateOf(order, short)}）`).join('、');
  const commander = incident.sceneCommander
    ? `${incident.sceneCommand}${incident.sceneCommander.name}`
    : incident.sceneCommand;
  return `处置情况：${first}起调派 ${working.length} 支队伍：${teams}。现场指挥：${commander ?? '待定'}。`;
}

/** The time alone where the day has been said: 14时18分. */
const onSameDay = (words: string, said: string): string => {
  const day = /^.*日/.exec(said)?.[0] ?? '';
  return day !== '' && words.startsWith(day) ? words.slice(day.length) : words;
};

function stateOf({ status, stamps, headcount, corrections }: OrderView, time: UpwardFacts['time']): string {
  const at = corrections.find(({ kind }) => kind === 'on_scene')?.at ?? stamps.on_scene?.at;
  const people = headcount === null ? '' : `，${headcount} 人`;
  return `${at ? `${time(at)}到场${status === 'cleared' ? '，已结束' : ''}` : STATUS_WORDS[status]}${people}`;
}

function course({ situations, time }: UpwardFacts): string {
  if (situations.length === 0) return '';
  const newest = situations.slice(-5).map(({ at, from, text }) => `${time(at)} ${from}：${text}`);
  return `现场动态：\n${newest.join('\n')}`;
}

const next = (): string => '后续情况将及时续报。';

function ended({ incident, orders, time }: UpwardFacts): string {
  const cleared = orders.filter((order) => order.status === 'cleared').length;
  const when = incident.closedAt ? `${time(incident.closedAt)}` : '现';
  return `处置结果：${when}处置结束，参与处置的 ${cleared} 支队伍均已撤回待命。${incident.endReason ?? ''}`;
}
