/** 一般性 and every class the table of posts does not name: the head of the lead team (文件依据: 现场处置机制). */
export const LEAD_HEAD = '主责队伍负责人';
