import { fillTemplate } from '@liandong/shared/message-template';
import { SMS } from '@liandong/shared/sms-parts';
import { TEMPLATES, type TemplateKey, type TemplateRow, type TextKey, type Worded } from './templates.table.js';

/** The bodies in force, the signature among them. */
export type Bodies = Readonly<Record<TemplateKey, { body: string }>>;

/** One line without the stops inside it. */
export const oneLine = (text: string): string => text.replace(/[\s。；;]+/g, '，').replace(/，$/, '');

/** The first `length` units of a text, less one rather than end in half a character. */
export const cut = (text: string, length: number): string =>
  text.slice(0, Math.max(0, length)).replace(/[\ud800-\udbff]$/, '');

/** The text cut to `room` units, and saying so. */
export const cutTo = (text: string, room: number): string => (text.length > room ? `${cut(text, room - 1)}…` : text);

/** A text of a drill says so before anything else. */
const head = (bodies: Bodies, drill: boolean): string =>
  `【${bodies.signature.body}】${drill ? '（演练）' : ''}`;

/** Units left for one parameter in a text of two parts, when all others are as they are. */
export function roomFor(bodies: Bodies, { template, params }: Worded, name: string, drill: boolean): number {
  const rest = head(bodies, drill) + fillTemplate(bodies[template].body, { ...params, [name]: '' });
  const times = bodies[template].body.split(`{${name}}`).length - 1;
  return Math.floor((2 * SMS.part - rest.length) / Math.max(1, times));
}

/** What is sent: the text, and what it was made from, for providers that take only registered texts. */
export interface Composed {
  text: string;
  template: TextKey;
  params: Record<string, string>;
}

/**
 * Words become a text: signature, mark of a drill, the template's body filled in; the parameter that gives way is cut so that
 * it stays within two parts. A provider that puts the signature itself gets the mark of a drill in the first parameter.
 */
export function compose(bodies: Bodies, words: Worded, drill: boolean): Composed {
  const row: TemplateRow = TEMPLATES[words.template];
  const params = { ...words.params };
  if (row.givesWay !== undefined)
    params[row.givesWay] = cutTo(params[row.givesWay] ?? '', roomFor(bodies, words, row.givesWay, drill));
  const text = head(bodies, drill) + fillTemplate(bodies[words.template].body, params);
  const [first] = Object.keys(TEMPLATES[words.template].parameters);
  if (drill) params[first!] = `（演练）${params[first!]}`;
  return { text, template: words.template, params };
}
