import { localTime, localWords } from '@liandong/shared/local-time';
import type { OrderStatus } from '@liandong/shared/order.lifecycle';
import type { ReplyVerb } from '@liandong/shared/reply.grammar';
import type { LinkedOrder } from './link.queries.js';
import { type LinkButton, type LinkState, linkButtons, verbOf } from './link.rules.js';

/** What the pages need of the county. */
export interface County {
  name: string;
  centrePhone: string;
  zone: string;
}

const ANSWER_WORDS: Record<ReplyVerb, string> = {
  acknowledged: '收到',
  mustered: '集结',
  en_route: '出动',
  on_scene: '到达',
  cleared: '完毕',
  declined: '不能出动',
};

const STATE_WORDS: Record<OrderStatus, string> = {
  issued: '待签收',
  delivered: '待签收',
  acknowledged: '已签收',
  mustered: '已集结',
  en_route: '已出动',
  on_scene: '已到达现场',
  cleared: '已处置结束',
  declined: '已报不能出动',
  recalled: '已撤回',
};

/** Why a link shows no buttons. */
const CLOSED_WORDS: Record<Exclude<LinkState, 'open'> | 'unknown' | 'unclear', string> = {
  ended: '本指令已结束，此链接不再使用。',
  expired: '此链接已过期。',
  unknown: '链接无效，请核对短信。',
  unclear: '没有看懂所选的答复，请返回重选。',
};

const STYLE = `body{margin:0;background:#0b1117;color:#e8eef5;font:18px/1.5 system-ui,sans-serif}
main{max-width:480px;margin:0 auto;padding:16px}h1{font-size:26px;margin:0 0 8px}dl{margin:0 0 16px}dt{color:#9fb0c3;font-size:14px}
dd{margin:0 0 8px;overflow-wrap:anywhere}button,summary{display:block;width:100%;min-height:56px;margin:0 0 12px;padding:0 16px;
border:2px solid #56a8ff;border-radius:12px;background:#16202b;color:inherit;font:inherit;font-size:22px;line-height:52px;text-align:center;box-sizing:border-box}
.next{background:#1f6fd6;border-color:#1f6fd6;color:#fff}.done{border-color:#3dbb8c}.grave{border-color:#e0705f}
summary{list-style:none;cursor:pointer}ul{padding-left:20px}a{color:#8cc4ff}`;

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

const clock = (at: Date, zone: string): string => {
  const { hour, minute } = localTime(at, zone);
  return `${hour}:${String(minute).padStart(2, '0')}`;
};

const pageOf = (county: County, title: string, content: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)} · ${escaped(county.name)}</title><style>${STYLE}</style></head>
<body><main>${content}<p>有疑问请致电指挥中心 <a href="tel:${escaped(county.centrePhone)}">${escaped(county.centrePhone)}</a></p></main></body></html>`;

const closedPage = (county: County, why: keyof typeof CLOSED_WORDS): string =>
  pageOf(county, '指令', `<h1>${escaped(county.name)}</h1><p>${CLOSED_WORDS[why]}</p>`);

/** Nothing of the order: the link is wrong, over, or asked for what there is not. */
export const noOrderPage = closedPage;

function facts(order: LinkedOrder, { zone }: County): [string, string][] {
  const what = [order.type, order.narrative].filter(Boolean).join('：');
  const due = new Date(order.target.dueAt);
  const measure = order.target.measure === 'mustered' ? '集结完毕' : '到达现场';
  const rows: [string, string | null][] = [
    ['警情', what],
    ['地点', order.place],
    ['任务', order.task],
    ['时限', `${localWords(due, zone)}前${measure}（${Math.round(order.target.seconds / 60)}分钟）`],
    ['现在', STATE_WORDS[order.status]],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function button(path: string, { digit, verb, done, next, grave }: LinkButton): string {
  const kind = done ? 'done' : next ? 'next' : grave ? 'grave' : '';
  const words = `${done ? '✓ ' : ''}${ANSWER_WORDS[verb]}`;
  const form = (label: string) =>
    `<form method="post" action="${path}"><button class="${kind}" name="answer" value="${digit}">${label}</button></form>`;
  if (!grave || done) return form(words);
  return `<details><summary class="grave">${words}</summary>${form(`确定：${words}`)}</details>`;
}

/** What was answered by this link, and what became of it. */
function given(order: LinkedOrder, zone: string): string {
  if (order.given.length === 0) return '';
  const lines = order.given.map(({ digit, at, state, why }) => {
    const became = state === 'queued' ? `（等待接警员处理${why ? `：${why}` : ''}）` : '';
    return `<li>${clock(new Date(at), zone)} 已提交「${ANSWER_WORDS[verbOf(digit)!.verb]}」${escaped(became)}</li>`;
  });
  return `<ul>${lines.join('')}</ul>`;
}

/** One order on a phone without script: what, where, by when, how it stands, and the buttons. @param path of the page itself */
export function orderPage(order: LinkedOrder, path: string, county: County): string {
  const done = Object.keys(order.stamps).concat(order.given.map(({ digit }) => verbOf(digit)!.verb)) as ReplyVerb[];
  const rows = facts(order, county).map(([name, words]) => `<dt>${name}</dt><dd>${escaped(words)}</dd>`);
  const title = `${order.drill ? '【演练】' : ''}${order.code} 号令 · ${order.team}`;
  const buttons = linkButtons(done, order.target.measure === 'mustered').map((one) => button(path, one));
  return pageOf(
    county,
    title,
    `<h1>${escaped(title)}</h1><dl>${rows.join('')}</dl>${given(order, county.zone)}${buttons.join('')}`,
  );
}
