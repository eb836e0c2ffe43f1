import type { IncidentView } from '@liandong/shared/incident';
import type { ObligationView } from '@liandong/shared/obligation';
import type { Casualties, SituationView } from '@liandong/shared/situation';
import { UPWARD_STAGES, type UpwardReportView, type UpwardStage } from '@liandong/shared/upward';

/** Figures in the order they are said. */
export const FIGURES = ['dead', 'injured', 'missing', 'trapped', 'rescued'] as const;
export type Figure = (typeof FIGURES)[number];

/** The figures that are known; nought is known too. */
export const knownFigures = (casualties: Casualties): [Figure, number][] =>
  FIGURES.flatMap((figure): [Figure, number][] => {
    const count = casualties[figure];
    return typeof count === 'number' ? [[figure, count]] : [];
  });

/** What was typed into the figures' fields; an empty field is not known. */
export function readFigures(typed: Record<Figure, string>): Casualties | undefined {
  const given = FIGURES.filter((figure) => /^\d+$/.test(typed[figure].trim()));
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map((figure) => [figure, Number(typed[figure].trim())]));
}

export const newestFirst = (situations: readonly SituationView[]): SituationView[] =>
  [...situations].sort((a, b) => b.at.localeCompare(a.at) || b.no - a.no);

const running = (o: ObligationView): boolean =>
  o.metAt === null && !o.givenUp && (o.state === 'open' || o.state === 'missed');

/** The clock of the incident's situation reports that runs now. */
export const situationClock = (obligations: readonly ObligationView[]): ObligationView | null =>
  obligations.find((each) => each.kind === 'situation_report' && running(each)) ?? null;

/** 终报 speaks of what is over, 续报 of what runs; who is late with the first may still send it after the end. */
export const sendable = (status: IncidentView['status']): readonly UpwardStage[] =>
  status === 'closed' ? ['phone', 'written', 'final'] : ['phone', 'written', 'follow_up'];

/** One line per stage: its clock (the running one, else the latest) and what went up for it. */
export interface StageLine {
  stage: UpwardStage;
  clock: ObligationView | null;
  running: boolean;
  sent: UpwardReportView[];
}

/** How the reports upward stand; a stage that is neither owed nor sent has no line. */
export function stageLines(obligations: readonly ObligationView[], reports: readonly UpwardReportView[]): StageLine[] {
  return UPWARD_STAGES.flatMap((stage): StageLine[] => {
    const own = obligations
      .filter((each) => each.kind === 'upward_report' && each.stage === stage)
      .sort((a, b) => a.startedAt.localeCompare(b.startedAt));
    const clock = own.find(running) ?? own.at(-1) ?? null;
    const sent = reports.filter((report) => report.stage === stage);
    if (clock === null && sent.length === 0) return [];
    return [{ stage, clock, running: clock !== null && running(clock), sent }];
  });
}

/** Which stage is drafted when none was named: what is owed soonest, else what follows what was sent. */
export function nextStage(lines: readonly StageLine[], closed: boolean): UpwardStage {
  const due = lines
    .filter((line) => line.running)
    .sort((a, b) => (a.clock?.dueAt ?? '~').localeCompare(b.clock?.dueAt ?? '~'))[0];
  if (due !== undefined) return due.stage;
  if (closed) return 'final';
  return lines.some((line) => line.sent.length > 0) ? 'follow_up' : 'phone';
}

const ON_PAPER: Record<UpwardStage, string> = { phone: '初报', written: '初报', follow_up: '续报', final: '终报' };

/** The paper's red headline, always Chinese: 关于横溪镇下陈村山体滑坡的续报（二）. */
export function paperTitle(
  incident: { place: string; typeName: string | null },
  report: Pick<UpwardReportView, 'id' | 'stage'>,
  reports: readonly Pick<UpwardReportView, 'id' | 'stage'>[],
): string {
  const ordinal = reports.filter((each) => each.stage === 'follow_up').findIndex((each) => each.id === report.id) + 1;
  const nth = report.stage === 'follow_up' && ordinal > 0 ? `（${chineseNumber(ordinal)}）` : '';
  return `关于${incident.place}${incident.typeName ?? '突发事件'}的${ON_PAPER[report.stage]}${nth}`;
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 1…99 in characters. */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] ?? String(n);
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : DIGITS[tens]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
}
