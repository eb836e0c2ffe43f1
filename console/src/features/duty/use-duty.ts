import type { ApiName } from '@liandong/shared/api';
import type { DutyCalendar, ShiftView } from '@liandong/shared/duty';
import { queryClient } from '../../api/query';

const LISTS: readonly ApiName[] = ['dutyCalendar', 'dutyStandings', 'dutyGaps'];

/** Everything shown of duty is asked for again: who did it sees it at once. */
export const touchDuty = (): void => {
  for (const list of LISTS) void queryClient.invalidateQueries({ queryKey: [list] });
};

/** What is open over the calendar. */
export type Act =
  | { kind: 'rotation'; replaces: string | null }
  | { kind: 'shift'; startsAt?: string; endsAt?: string }
  | { kind: 'leave' }
  | { kind: 'change'; shift: ShiftView }
  | { kind: 'remove'; shift: ShiftView }
  | { kind: 'swap'; shift: ShiftView }
  | { kind: 'handover'; shift: ShiftView }
  | { kind: 'endRotation'; id: string }
  | { kind: 'confirm'; id: string };

export type Calendar = DutyCalendar;
