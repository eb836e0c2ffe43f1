import type { ProblemBody } from '@liandong/shared/problem';

/** The kinds of expected failure. `type` is stable; the words may change. */
export const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: '请求内容有误',
    titleEn: 'The request is wrong',
    advice: '请按提示改正后再提交',
  },
  'bad-json': { status: 400, title: '请求不是有效的 JSON', titleEn: 'The body is not valid JSON' },
  'too-large': { status: 413, title: '请求内容过大', titleEn: 'The body is too large', advice: '正文不得超过 1 MB' },
  'unknown-media': { status: 415, title: '不支持的内容类型', titleEn: 'Unsupported content type' },
  'not-signed-in': { status: 401, title: '请先登录', titleEn: 'Sign in first' },
  'wrong-credentials': { status: 401, title: '用户名或密码不对', titleEn: 'Wrong user name or password' },
  'locked-out': { status: 429, title: '尝试次数过多，请稍后再试', titleEn: 'Too many attempts, try again later' },
  'not-allowed': { status: 403, title: '没有此项权限', titleEn: 'Not allowed' },
  'foreign-origin': { status: 403, title: '请求来源不对', titleEn: 'Request from a foreign origin' },
  'hook-refused': { status: 403, title: '回调未通过核验', titleEn: 'The webhook was not believed' },
  'not-found': { status: 404, title: '没有找到', titleEn: 'Not found' },
  'wrong-state': { status: 409, title: '当前状态下不能这样做', titleEn: 'Not possible in the present state' },
  'already-ordered': {
    status: 409,
    title: '队伍已在执行本警情的指令',
    titleEn: 'The team already has an open order here',
    advice: '请刷新指令列表；如需加派请选其他队伍',
  },
  'out-of-order': { status: 409, title: '报告顺序不对', titleEn: 'Report out of order' },
  'open-feedback': {
    status: 409,
    title: '双反馈未齐，不能结案',
    titleEn: 'Double feedback still owed',
    advice: '等各队报告，或由值班长说明理由豁免',
  },
} as const satisfies Record<string, { status: number; title: string; titleEn: string; advice?: string }>;
export type ProblemType = keyof typeof PROBLEMS;

type Extra = Partial<Pick<ProblemBody, 'detail' | 'advice' | 'fields' | 'state'>>;

/** An expected failure: thrown anywhere, answered as `application/problem+json`. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(type: ProblemType, extra: Extra = {}) {
    super(`${type}: ${extra.detail ?? PROBLEMS[type].title}`);
    this.body = { type: `/problems/${type}`, ...PROBLEMS[type], ...extra };
  }

  /** One wrong field. */
  static field(path: string, message: string): Problem {
    return new Problem('bad-request', { fields: [{ path, message }] });
  }
}
