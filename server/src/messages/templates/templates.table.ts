import type { MessagePurpose } from '@liandong/shared/message';

interface Parameter {
  title: string;
  example: string;
  /** A body without it says too little: an edited one has to hold it. */
  required?: true;
}

export interface TemplateRow {
  title: string;
  purpose: MessagePurpose;
  body: string;
  /** Cut first so that the text stays within two parts. */
  givesWay?: string;
  parameters: Readonly<Record<string, Parameter>>;
}

const code: Parameter = { title: '指令编号', example: '37', required: true };

/** Every text the system writes, as the county begins with it (本县约定); edited in the table `message_templates`, never here. */
export const TEMPLATES = {
  signature: {
    title: '签名（每条短信之首，不含括号）',
    purpose: 'order',
    body: '仙居联动',
    parameters: {},
  },
  order: {
    title: '指令',
    purpose: 'order',
    body: '{code}号令：{what}，请{team}{asked}。回1收到 2出动 3到达 4完毕 0不能 +{code}{link}',
    givesWay: 'what',
    parameters: {
      code,
      what: { title: '地点、警情、现场指挥、任务', example: '横溪镇下陈村山体滑坡，2人被困', required: true },
      team: { title: '队伍', example: '地质灾害队', required: true },
      asked: { title: '要求与时限', example: '立即集结，15分钟内出发', required: true },
      link: { title: '签名链接（启用时）', example: '' },
    },
  },
  recall: {
    title: '撤回',
    purpose: 'recall',
    body: '{code}号令撤回：{reason}。请停止出动，已出动的返回。',
    givesWay: 'reason',
    parameters: { code, reason: { title: '理由', example: '警情已解除' } },
  },
  chase: {
    title: '催办',
    purpose: 'chase',
    body: '催办：{code}号令{owed}{when}，请立即报告。回2出动 3到达 4完毕 5集结 +{code}',
    parameters: {
      code,
      owed: { title: '何事', example: '集结', required: true },
      when: { title: '还有或已超多久', example: '还有7分钟', required: true },
    },
  },
  feedback: {
    title: '催报反馈单',
    purpose: 'chase',
    body: '催报：{code}号令的反馈单尚未提交，{when}。请在手机端“待办”中填写。',
    parameters: { code, when: { title: '还有多久', example: '还有12小时', required: true } },
  },
  situation: {
    title: '催报现场动态',
    purpose: 'chase',
    body: '{place}：{when}报告现场动态（人员、进展、需要）。手机端点“动态”，或致电指挥中心。',
    givesWay: 'place',
    parameters: {
      place: { title: '地点', example: '横溪镇下陈村', required: true },
      when: { title: '何时', example: '5分钟内', required: true },
    },
  },
  follow_up: {
    title: '催办后续工作',
    purpose: 'chase',
    body: '催办：警情{number}后续工作：{what}。责任：{responsible}，期限{limit}，{when}。办结后请报告。',
    givesWay: 'what',
    parameters: {
      number: { title: '警情编号', example: '20260714-012', required: true },
      what: { title: '何事', example: '边坡监测', required: true },
      responsible: { title: '责任单位与人', example: '国土资源局 演示-王某' },
      limit: { title: '期限', example: '7月20日', required: true },
      when: { title: '还有多久', example: '还有1天' },
    },
  },
  duty_gap: {
    title: '催办值班空缺',
    purpose: 'chase',
    body: '{team}值班空缺：{when}，{left}。请立即安排顶班。',
    parameters: {
      team: { title: '队伍', example: '地质灾害队', required: true },
      when: { title: '何时无人值班', example: '7月15日8时00分至7月15日20时00分', required: true },
      left: { title: '还有多久', example: '还有3天' },
    },
  },
  duty_check_in: {
    title: '催办值班签到',
    purpose: 'chase',
    body: '{team}：{person}应于{when}到岗值班，尚未签到。到岗后请本人回复“签到”。',
    parameters: {
      team: { title: '队伍', example: '地质灾害队', required: true },
      person: { title: '值班人', example: '演示-王某', required: true },
      when: { title: '何时到岗', example: '7月15日8时00分', required: true },
    },
  },
  duty_swap: {
    title: '换班',
    purpose: 'notice',
    body: '{team}换班：{first}与{second}互换，{state}。',
    parameters: {
      team: { title: '队伍', example: '地质灾害队' },
      first: { title: '申请人与其班次', example: '演示-王某7月15日8时00分班', required: true },
      second: { title: '对方与其班次', example: '演示-李某7月16日20时00分班', required: true },
      state: { title: '结果或要求', example: '请回复“同意换班”或“不同意换班”', required: true },
    },
  },
  referral: {
    title: '分流',
    purpose: 'notice',
    body: '分流{number}：{what}。请{unit}办理，接到后致电指挥中心登记回执。',
    givesWay: 'what',
    parameters: {
      number: { title: '警情编号', example: '20260714-012', required: true },
      what: { title: '何事', example: '下各镇路灯不亮', required: true },
      unit: { title: '单位', example: '供电局', required: true },
    },
  },
  notice: {
    title: '督办',
    purpose: 'notice',
    body: '{number}：{addressee}，{demand}。请在手机端签收并答复。',
    givesWay: 'demand',
    parameters: {
      number: { title: '督办文号', example: '仙联督〔2026〕3号', required: true },
      addressee: { title: '被督办单位', example: '地质灾害队', required: true },
      demand: { title: '要求', example: '请立即补报反馈单', required: true },
    },
  },
  expert: {
    title: '请专家',
    purpose: 'notice',
    body: '请{expert}就{place}提供支援：{task}。回1到场 2电话指导 0不能，可写几分钟到，如：1 20分',
    givesWay: 'task',
    parameters: {
      expert: { title: '专家', example: '演示-陈一专家', required: true },
      place: { title: '地点与事由', example: '横溪镇下陈村山体滑坡', required: true },
      task: { title: '请做什么', example: '研判边坡稳定与二次滑坡风险', required: true },
    },
  },
  document: {
    title: '催阅文件',
    purpose: 'chase',
    body: '请阅：《{title}》第{version}版，{team}尚未确认已阅。请在手机端“文件”中阅读并确认。',
    givesWay: 'title',
    parameters: {
      title: { title: '文件', example: '横溪分队防汛工作方案', required: true },
      version: { title: '版本', example: '2' },
      team: { title: '队伍', example: '横溪分队', required: true },
    },
  },
  verification: {
    title: '核实号码',
    purpose: 'answer',
    body: '核实手机号，验证码{code}，{minutes}分钟内有效。请回复这六位数字，或报给打来电话的人。',
    parameters: {
      code: { title: '验证码', example: '482913', required: true },
      minutes: { title: '有效分钟', example: '30' },
    },
  },
  answer: {
    title: '自动答复',
    purpose: 'answer',
    body: '{text}',
    givesWay: 'text',
    parameters: {
      text: { title: '答复', example: '没看懂。请回：1收到 5集结 2出动 3到达 4完毕 0不能', required: true },
    },
  },
  broadcast: {
    title: '群呼',
    purpose: 'broadcast',
    body: '{text}',
    parameters: { text: { title: '正文', example: '今晚有暴雨，各队备勤', required: true } },
  },
} as const satisfies Record<string, TemplateRow>;

export type TemplateKey = keyof typeof TEMPLATES;
/** Templates a text is made from; the signature stands before all of them. */
export type TextKey = Exclude<TemplateKey, 'signature'>;

/** What a text says, before it is one: which template and what it is filled with. */
export interface Worded {
  template: TextKey;
  params: Record<string, string>;
}
