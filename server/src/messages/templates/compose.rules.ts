import { fillTemplate } from '@liandong/shared/message-template';
import { cutTo, printable } from '@liandong/shared/sms-parts';
import { textHead, unitsLeft } from '@liandong/shared/template.rules';
import { TEMPLATES, type TemplateKey, type TemplateRow, type TextKey, type Worded } from './templates.table.js';

/** The bodies in force, the signature among them. */
export type Bodies = Readonly<Record<TemplateKey, { body: string }>>;

/** One line without the stops inside it. */
export const oneLine = (text: string): string =>
  printable(text)
    .replace(/[\s。；;]+/g, '，')
    .replace(/，$/, '');

const head = (bodies: Bodies, drill: boolean): string => textHead(bodies.signature.body, drill);

/** Units left for one parameter in a text of two parts, when all others are as they are. */
export function roomFor(bodies: Bodies, { template, params }: Worded, name: string, drill: boolean): number {
  const { body } = bodies[template];
  const times = body.split(`{${name}}`).length - 1;
  return Math.floor(unitsLeft(head(bodies, drill), body, params, name) / Math.max(1, times));
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
  const params: Record<string, string> = Object.fromEntries(
    Object.entries(words.params).map(([name, value]) => [name, printable(value)]),
  );
  if (row.givesWay !== undefined)
    params[row.givesWay] = cutTo(
      params[row.givesWay] ?? '',
      roomFor(bodies, { ...words, params }, row.givesWay, drill),
    );
  const text = head(bodies, drill) + fillTemplate(bodies[words.template].body, params);
  const [first] = Object.keys(TEMPLATES[words.template].parameters);
  if (drill) params[first!] = `（演练）${params[first!]}`;
  return { text, template: words.template, params };
}
