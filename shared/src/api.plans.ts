import { z } from 'zod';
import { Reason } from './basics.js';
import { CreatePlan, DetourView, EditDetour, EditPlan, PlanTrial, ResponsePlanView, TryPlan } from './plan.js';
import { OutageView, ReadinessRow, SetAside, TeamParams } from './readiness.js';
import { all, type Route } from './route.js';

const code = z.object({ code: z.string().max(60) });

/** 预案与战备: response plans with levels, readiness of the teams. */
export const plansApi = {
  listResponsePlans: {
    method: 'GET',
    path: '/api/response-plans',
    permission: 'register.read',
    summary: '预案：现行、将行，或连同历史',
    query: z.object({ history: z.enum(['1']).optional() }),
    answer: all(ResponsePlanView),
  },
  createResponsePlan: {
    method: 'POST',
    path: '/api/response-plans',
    permission: 'plan.edit',
    summary: '另立预案：同一类型的某些等级或乡镇',
    body: CreatePlan,
    answer: ResponsePlanView,
    status: 201,
  },
  editResponsePlan: {
    method: 'POST',
    path: '/api/response-plans/:code/versions',
    permission: 'plan.edit',
    summary: '预案的新版本，自生效日期起；不溯及既往',
    params: code,
    body: EditPlan,
    answer: ResponsePlanView,
    status: 201,
  },
  withdrawResponsePlan: {
    method: 'POST',
    path: '/api/response-plans/:code/versions/:version/withdraw',
    permission: 'plan.edit',
    summary: '撤销预案尚未生效的版本',
    params: code.extend({ version: z.coerce.number().int() }),
    body: Reason,
    answer: ResponsePlanView,
  },
  tryResponsePlan: {
    method: 'POST',
    path: '/api/response-plans/trial',
    permission: 'register.read',
    summary: '试算：此刻此地这样一起警情会叫哪些队',
    body: TryPlan,
    answer: PlanTrial,
  },
  listDetours: {
    method: 'GET',
    path: '/api/detours',
    permission: 'register.read',
    summary: '各乡镇的绕行系数',
    answer: all(DetourView),
  },
  editDetour: {
    method: 'PUT',
    path: '/api/townships/:code/detour',
    permission: 'plan.edit',
    summary: '修改一个乡镇的绕行系数，须说明理由',
    params: z.object({ code: z.string().regex(/^[0-9]{3}$/) }),
    body: EditDetour,
    answer: DetourView,
  },
  readiness: {
    method: 'GET',
    path: '/api/readiness',
    permission: 'register.read',
    summary: '战备：各队此刻待命、出勤、缺员或停勤',
    answer: all(ReadinessRow),
  },
  setTeamAside: {
    method: 'POST',
    path: '/api/teams/:code/set-aside',
    permission: 'team.setAside',
    summary: '停勤：说明理由，可定到何时',
    params: TeamParams,
    body: SetAside,
    answer: OutageView,
    status: 201,
  },
  returnTeam: {
    method: 'POST',
    path: '/api/teams/:code/return',
    permission: 'team.setAside',
    summary: '恢复值勤',
    params: TeamParams,
    body: Reason,
    answer: OutageView,
  },
} as const satisfies Record<string, Route>;
