import { z } from 'zod';
import { commandApi } from './api.command.js';
import { countyApi } from './api.county.js';
import { dutyApi } from './api.duty.js';
import { forcesApi } from './api.forces.js';
import { messagesApi } from './api.messages.js';
import { owedApi } from './api.owed.js';
import { placesApi } from './api.places.js';
import { plansApi } from './api.plans.js';
import { registerApi } from './api.register.js';
import { rulesApi } from './api.rules.js';
import { LoginBody, Me } from './auth.js';
import { ClientId, Id, IdParams, Instant, LonLat, Reason, TeamCode } from './basics.js';
import { BoardRow, IncidentDetail } from './board.js';
import { CreateIncident, INCIDENT_STATUSES, INVALID_CODES, IncidentTypeView, IncidentView, IntakeProposal, SEVERITIES } from './incident.js';
import { PracticePhone, ReplyView } from './message.js';
import { WAIVER_CODES } from './obligation.js';
import { IssueOrders, OrderDetail, OrderView, Recommendations, ReportBody, TeamOrder } from './order.js';
import { REPORT_KINDS } from './order.lifecycle.js';
import { PlaceHit, TownshipView } from './place.js';
import { LiveEvent } from './realtime.js';
import { MeasuredOrder, ResponseTimes, ResponseTimesQuery } from './report.js';
import { all, listOf, page, type Route } from './route.js';
import { DutyRow, TeamDetail, TeamRow } from './team.js';

const Done = z.object({ done: z.literal(true) });

/** Every endpoint of the system, one row each; the tables beside this file hold the longer chapters. */
export const api = {
  ...commandApi,
  ...messagesApi,
  ...owedApi,
  ...rulesApi,
  ...countyApi,
  ...dutyApi,
  ...forcesApi,
  ...placesApi,
  ...plansApi,
  ...registerApi,

  // 登录
  login: {
    method: 'POST',
    path: '/api/auth/login',
    permission: 'public',
    summary: '登录，取得会话 cookie',
    body: LoginBody,
    answer: Me,
  },
  logout: {
    method: 'POST',
    path: '/api/auth/logout',
    permission: 'signed-in',
    summary: '退出，结束会话',
    answer: Done,
  },
  me: { method: 'GET', path: '/api/auth/me', permission: 'signed-in', summary: '当前登录者与服务器时间', answer: Me },

  // 接警
  proposeIntake: {
    method: 'POST',
    path: '/api/intake/proposal',
    permission: 'incident.take',
    summary: '边录入边建议：类型、等级、地点、来电历史',
    body: z.object({
      narrative: z.string().max(2000),
      callerPhone: z.string().max(20).optional(),
      location: LonLat.optional(),
      townshipCode: z.string().max(3).optional(),
    }),
    answer: IntakeProposal,
  },
  createIncident: {
    method: 'POST',
    path: '/api/incidents',
    permission: 'incident.take',
    summary: '接警，生成警情',
    body: CreateIncident,
    answer: IncidentView,
    status: 201,
  },
  listIncidents: {
    method: 'GET',
    path: '/api/incidents',
    permission: 'incident.read',
    summary: '警情列表，含指令与时限',
    query: z.object({
      status: z.enum(INCIDENT_STATUSES).optional(),
      severity: z.enum(SEVERITIES).optional(),
      q: z.string().max(100).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      ...page,
    }),
    answer: listOf(BoardRow),
  },
  getIncident: {
    method: 'GET',
    path: '/api/incidents/:id',
    permission: 'incident.read',
    summary: '警情全貌：来电、指令、时限、时间线',
    params: IdParams,
    answer: IncidentDetail,
  },
  invalidateIncident: {
    method: 'POST',
    path: '/api/incidents/:id/invalidate',
    permission: 'incident.take',
    summary: '判为无效警情',
    params: IdParams,
    body: Reason.extend({ code: z.enum(INVALID_CODES) }),
    answer: IncidentView,
  },
  closeIncident: {
    method: 'POST',
    path: '/api/incidents/:id/close',
    permission: 'incident.take',
    summary: '结案；双反馈未齐时须值班长说明理由豁免',
    params: IdParams,
    body: z.object({ reason: z.string().trim().max(500).optional(), waive: z.boolean().default(false) }),
    answer: IncidentView,
  },
  recommendTeams: {
    method: 'GET',
    path: '/api/incidents/:id/recommendations',
    permission: 'order.issue',
    summary: '推荐队伍，附理由与各队时限',
    params: IdParams,
    answer: Recommendations,
  },

  // 指令
  issueOrders: {
    method: 'POST',
    path: '/api/incidents/:id/orders',
    permission: 'order.issue',
    summary: '向一支或多支队伍下达指令',
    params: IdParams,
    body: IssueOrders,
    answer: z.object({ orders: z.array(OrderView) }),
    status: 201,
  },
  listOrders: {
    method: 'GET',
    path: '/api/orders',
    permission: 'order.read',
    summary: '指令列表；队伍账号只见本队',
    query: z.object({ mine: z.enum(['1']).optional(), open: z.enum(['1']).optional(), ...page }),
    answer: listOf(TeamOrder),
  },
  getOrder: {
    method: 'GET',
    path: '/api/orders/:id',
    permission: 'order.read',
    summary: '一条指令：时限、消息、报告',
    params: IdParams,
    answer: OrderDetail,
  },
  reportOnOrder: {
    method: 'POST',
    path: '/api/orders/:id/reports',
    permission: 'order.report',
    summary: '报告：签收、集结、出动、到达、结束、不能出动、动态',
    params: IdParams,
    body: ReportBody,
    answer: OrderView,
  },
  recallOrder: {
    method: 'POST',
    path: '/api/orders/:id/recall',
    permission: 'order.supervise',
    summary: '撤回指令',
    params: IdParams,
    body: Reason,
    answer: OrderView,
  },
  waiveOrder: {
    method: 'POST',
    path: '/api/orders/:id/waive',
    permission: 'order.supervise',
    summary: '豁免本指令未了的时限，须有理由并公布',
    params: IdParams,
    body: Reason.extend({ code: z.enum(WAIVER_CODES) }),
    answer: OrderView,
  },

  // 回复
  listReplies: {
    method: 'GET',
    path: '/api/replies',
    permission: 'incident.read',
    summary: '待处理的回复',
    query: z.object({ state: z.enum(['queued', 'all']).default('queued') }),
    answer: all(ReplyView),
  },
  settleReply: {
    method: 'POST',
    path: '/api/replies/:id/settle',
    permission: 'reply.settle',
    summary: '处理一条回复：归到指令，或已阅',
    params: IdParams,
    body: z.object({ orderId: Id.optional(), kind: z.enum(REPORT_KINDS).optional(), clientId: ClientId }),
    answer: ReplyView,
  },

  // 队伍与基础数据
  listTeams: {
    method: 'GET',
    path: '/api/teams',
    permission: 'register.read',
    summary: '队伍：值班、在途、人数；可连同停用的',
    query: z.object({ retired: z.enum(['1']).optional() }),
    answer: all(TeamRow),
  },
  getTeam: {
    method: 'GET',
    path: '/api/teams/:code',
    permission: 'register.read',
    summary: '一支队伍：成员与值班',
    params: z.object({ code: TeamCode }),
    answer: TeamDetail,
  },
  listTownships: {
    method: 'GET',
    path: '/api/townships',
    permission: 'signed-in',
    summary: '乡镇街道、驻地与范围',
    answer: all(TownshipView),
  },
  searchPlaces: {
    method: 'GET',
    path: '/api/places',
    permission: 'register.read',
    summary: '地名检索：汉字、拼音、首字母',
    query: z.object({ q: z.string().trim().min(1).max(60), limit: z.coerce.number().int().min(1).max(20).default(8) }),
    answer: all(PlaceHit),
  },
  listIncidentTypes: {
    method: 'GET',
    path: '/api/incident-types',
    permission: 'register.read',
    summary: '警情类型与关键词',
    answer: all(IncidentTypeView),
  },
  listDuty: {
    method: 'GET',
    path: '/api/duty',
    permission: 'register.read',
    summary: '各队此刻（或某一时刻）谁在值班',
    query: z.object({ at: Instant.optional() }),
    answer: all(DutyRow),
  },

  // 报表
  responseTimes: {
    method: 'GET',
    path: '/api/reports/response-times',
    permission: 'report.read',
    summary: '时限报告：样本、缺报、达标率、P50、P90',
    query: ResponseTimesQuery,
    answer: ResponseTimes,
  },
  measuredOrders: {
    method: 'GET',
    path: '/api/reports/response-times/orders',
    permission: 'report.read',
    summary: '某一数字背后的指令',
    query: ResponseTimesQuery.extend({
      group: z.string().max(60).optional(),
      result: z.enum(['met', 'missed', 'waived', 'running']).optional(),
    }),
    answer: all(MeasuredOrder),
  },

  // 审计
  readTrail: {
    method: 'GET',
    path: '/api/audit/events',
    permission: 'trail.read',
    summary: '事件链，自某一序号起',
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    answer: all(LiveEvent),
  },
  verifyTrail: {
    method: 'GET',
    path: '/api/audit/verification',
    permission: 'trail.read',
    summary: '校验事件链是否完整',
    answer: z.object({ valid: z.boolean(), checked: z.number().int(), firstBroken: z.number().int().nullable() }),
  },

  // 演练手机（SMS_PROVIDER=simulator）
  practicePhones: {
    method: 'GET',
    path: '/api/simulator/phones',
    permission: 'practice.use',
    summary: '演练手机：收到的消息与回复',
    query: z.object({ active: z.enum(['1']).optional() }),
    answer: all(PracticePhone),
  },
  practiceReply: {
    method: 'POST',
    path: '/api/simulator/phones/:number/reply',
    anyText: true,
    permission: 'practice.use',
    summary: '用演练手机回一条短信，或在来电中按键',
    params: z.object({ number: z.string().max(20) }),
    body: z.object({ text: z.string().max(20_000), channel: z.enum(['sms', 'voice']).default('sms') }),
    answer: z.object({ replyId: Id }),
  },

  // 运行
  setTestClock: {
    method: 'PUT',
    path: '/api/test/clock',
    permission: 'public',
    summary: '仅测试：设定服务器时间',
    body: z.object({ now: Instant.nullable(), frozen: z.boolean().default(false) }),
    answer: z.object({ now: Instant }),
  },
} as const satisfies Record<string, Route>;

export type ApiName = keyof typeof api;
export type Api = typeof api;
