/** One response target: where the team starts, where the incident is, what is owed, in seconds by day and night. */
export interface ResponseRuleSeed {
  ruleNo: 1 | 2 | 3 | 4 | 5;
  teamFrom: 'urban' | 'township';
  incidentIn: 'urban' | 'own_seat' | 'own_outside' | 'other_township' | 'elsewhere';
  measure: 'on_scene' | 'mustered';
  daySeconds: number;
  nightSeconds: number;
  basis: '文件依据' | '本县约定';
  note: string;
}

/**
 * The five response targets (快速反应机制), in seconds from the instant the order is issued.
 * Rows 1–3 are the document's own minutes; rows 4 and 5 fill its silence with the muster minutes: 本县约定.
 */
export const RESPONSE_RULES: readonly ResponseRuleSeed[] = [
  {
    ruleNo: 1,
    teamFrom: 'urban',
    incidentIn: 'urban',
    measure: 'on_scene',
    daySeconds: 20 * 60,
    nightSeconds: 30 * 60,
    basis: '文件依据',
    note: '城区队伍处置城区警情：白天20分钟、晚上30分钟内到达现场',
  },
  {
    ruleNo: 2,
    teamFrom: 'township',
    incidentIn: 'own_seat',
    measure: 'on_scene',
    daySeconds: 20 * 60,
    nightSeconds: 30 * 60,
    basis: '文件依据',
    note: '乡镇队伍处置本乡镇人民政府所在地区域警情：白天20分钟、晚上30分钟内到达现场',
  },
  {
    ruleNo: 3,
    teamFrom: 'urban',
    incidentIn: 'other_township',
    measure: 'mustered',
    daySeconds: 15 * 60,
    nightSeconds: 25 * 60,
    basis: '文件依据',
    note: '城区队伍赶赴其他乡镇：白天15分钟、晚上25分钟内集结完毕，迅速赶赴现场',
  },
  {
    ruleNo: 4,
    teamFrom: 'township',
    incidentIn: 'own_outside',
    measure: 'mustered',
    daySeconds: 15 * 60,
    nightSeconds: 25 * 60,
    basis: '本县约定',
    note: '乡镇队伍处置本乡镇政府所在地区域以外警情：文件未规定，参照集结时限',
  },
  {
    ruleNo: 5,
    teamFrom: 'township',
    incidentIn: 'elsewhere',
    measure: 'mustered',
    daySeconds: 15 * 60,
    nightSeconds: 25 * 60,
    basis: '本县约定',
    note: '乡镇队伍支援城区或其他乡镇：文件未规定，参照集结时限',
  },
];
