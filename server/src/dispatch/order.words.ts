import type { OrderStatus, ReportKind } from '@liandong/shared/order.lifecycle';

/** Statuses and reports in the words of the county, for problems and answers. */
export const STATUS_WORDS: Record<OrderStatus, string> = {
  issued: '已下达',
  delivered: '已送达',
  acknowledged: '已签收',
  mustered: '已集结',
  en_route: '已出动',
  on_scene: '已到达现场',
  cleared: '已处置结束',
  declined: '已报不能出动',
  recalled: '已撤回',
};

export const KIND_WORDS: Record<ReportKind, string> = {
  acknowledged: '收到',
  mustered: '集结',
  en_route: '出动',
  on_scene: '到达',
  cleared: '处置结束',
  declined: '不能出动',
  situation: '动态',
};
