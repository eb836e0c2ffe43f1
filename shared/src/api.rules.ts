import { z } from 'zod';
import { Reason } from './basics.js';
import { TownshipView } from './place.js';
import {
  DayHoursView,
  EditDayHours,
  EditRule,
  EditSeatArea,
  EditSetting,
  PreviewTargets,
  ResponseRuleView,
  SettingView,
  TargetPreview,
} from './response-rule.js';
import { all, type Route } from './route.js';

const ruleNo = z.object({ ruleNo: z.coerce.number().int() });
const version = z.coerce.number().int();

/** 规则: response rules, day hours, seat areas and the county's numbers, with their history. */
export const rulesApi = {
  listResponseRules: {
    method: 'GET',
    path: '/api/response-rules',
    permission: 'register.read',
    summary: '快速反应时限规则：现行、将行，或连同历史',
    query: z.object({ history: z.enum(['1']).optional() }),
    answer: all(ResponseRuleView),
  },
  editResponseRule: {
    method: 'POST',
    path: '/api/response-rules/:ruleNo/versions',
    permission: 'rules.edit',
    summary: '时限规则的新版本，自生效日期起；不溯及既往',
    params: ruleNo,
    body: EditRule,
    answer: ResponseRuleView,
    status: 201,
  },
  withdrawResponseRule: {
    method: 'POST',
    path: '/api/response-rules/:ruleNo/versions/:version/withdraw',
    permission: 'rules.edit',
    summary: '撤销尚未生效的版本',
    params: ruleNo.extend({ version }),
    body: Reason,
    answer: ResponseRuleView,
  },
  previewTargets: {
    method: 'POST',
    path: '/api/response-rules/preview',
    permission: 'register.read',
    summary: '试算：此刻（或某时）从某队到某地的指令应办什么',
    body: PreviewTargets,
    answer: all(TargetPreview),
  },
  listDayHours: {
    method: 'GET',
    path: '/api/day-hours',
    permission: 'register.read',
    summary: '白天与夜间的分界，连同历史',
    answer: all(DayHoursView),
  },
  editDayHours: {
    method: 'POST',
    path: '/api/day-hours',
    permission: 'rules.edit',
    summary: '昼夜分界的新版本',
    body: EditDayHours,
    answer: DayHoursView,
    status: 201,
  },
  withdrawDayHours: {
    method: 'POST',
    path: '/api/day-hours/:version/withdraw',
    permission: 'rules.edit',
    summary: '撤销尚未生效的昼夜分界',
    params: z.object({ version }),
    body: Reason,
    answer: DayHoursView,
  },
  editSeatArea: {
    method: 'PUT',
    path: '/api/townships/:code/seat-area',
    permission: 'rules.edit',
    summary: '乡镇驻地区域：半径或范围线',
    params: z.object({ code: z.string().regex(/^[0-9]{3}$/) }),
    body: EditSeatArea,
    answer: TownshipView,
  },
  listSettings: {
    method: 'GET',
    path: '/api/settings',
    permission: 'register.read',
    summary: '本县的各项数值与依据',
    answer: all(SettingView),
  },
  editSetting: {
    method: 'PUT',
    path: '/api/settings/:key',
    permission: 'rules.edit',
    summary: '修改一项数值，须说明理由',
    params: z.object({ key: z.string().max(60) }),
    body: EditSetting,
    answer: SettingView,
  },
} as const satisfies Record<string, Route>;
