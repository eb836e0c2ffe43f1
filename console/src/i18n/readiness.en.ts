import type { readinessZh } from './readiness.zh';
import type { Shape } from './shape';

export const readinessEn: Shape<typeof readinessZh> = {
  heading: 'Readiness',
  all: 'All',
  state: { available: 'available', committed: 'committed', short: 'short', off: 'off' },
  failed: 'Readiness could not be loaded',
  empty: 'No team fits',
  search: 'Team, person, incident (key /)',
  nobody: 'nobody on duty',
  strength: '{{strength}} / {{minimum}} people',
  since: 'since {{at}}',
  until: 'set aside until {{at}}',
  setAside: 'Set aside',
  back: 'Return',
  setAsideTitle: 'Set {{team}} aside',
  backTitle: 'Return {{team}} to service',
  reason: 'Reason (kept on record)',
  phrases: { repair: '车辆检修', training: '集训', people: '人员不足' },
  fixed: '已修好',
  untilLabel: 'Until (then it is back by itself)',
  untilBack: 'Until it is called back',
  untilWrong: 'As 2026-07-14 18:00, later than now',
  untils: { twoHours: '2 hours', midnight: 'midnight', morning: 'tomorrow 8:00' },
  keys: 'Arrows choose a team, S sets aside or returns, 1–5 filter',
  done: 'Set aside: {{team}}',
  backDone: 'Returned: {{team}}',
};
