import type { ObligationKind } from '@liandong/shared/obligation';

/** 督办〔2026〕12号: runs through the county's year. */
export const noticeNumber = (year: number, no: number): string => `督办〔${year}〕${no}号`;

/** What is usually asked for, by what was missed. */
const DEMANDS: Record<ObligationKind, string> = {
  acknowledge: '请说明未按时签收指令的原因，并落实专人值守',
  muster: '请说明未按时集结的原因和整改措施',
  on_scene: '请说明未按时到达现场的原因和整改措施',
  clear: '请立即报告处置结果',
  situation_report: '请立即报告现场动态，并说明未按时报告的原因',
  upward_report: '请立即上报，并说明未按时上报的原因',
  feedback: '请立即提交反馈单，并说明逾期原因',
  follow_up: '请立即办结后续工作并附证明，说明逾期原因',
  supervision: '请立即答复督办通知',
};

export const usualDemand = (kind: ObligationKind): string => DEMANDS[kind];

/** What is supervised by itself once it is missed (本县约定): what the document asks for in so many words, 24小时内反馈 and 责任人、责任单位. The rest is a supervisor's decision. */
export const SUPERVISED_BY_ITSELF: readonly ObligationKind[] = ['feedback', 'follow_up'];
