/** The five categories of the expert group: 文件依据. */
export const EXPERT_CATEGORIES = ['自然灾害', '事故灾难', '公共卫生', '社会安全', '综合管理'] as const;
export type ExpertCategory = (typeof EXPERT_CATEGORIES)[number];

/** 到场, 电话指导, 不能参与. */
export const EXPERT_ANSWERS = ['coming', 'advising', 'cannot'] as const;
export type ExpertAnswer = (typeof EXPERT_ANSWERS)[number];
