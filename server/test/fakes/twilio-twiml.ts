/** A verb of TwiML with what it holds. */
export interface Verb {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Verb[];
}

const TOKEN = /<\?xml[^>]*\?>|<(\/)?([A-Za-z]+)((?:\s+[A-Za-z:]+="[^"<]*")*)\s*(\/)?>|([^<]+)/gy;
const ATTRIBUTE = /([A-Za-z:]+)="([^"<]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** Which verbs may stand in which, and the attributes each takes; of the verbs a call of ours is made of. */
const GRAMMAR: Readonly<Record<string, { within: readonly string[]; takes: readonly string[] }>> = {
  Response: { within: [''], takes: [] },
  Say: { within: ['Response', 'Gather'], takes: ['language', 'voice', 'loop'] },
  Pause: { within: ['Response', 'Gather'], takes: ['length'] },
  Hangup: { within: ['Response'], takes: [] },
  Gather: { within: ['Response'], takes: ['numDigits', 'action', 'method', 'timeout', 'finishOnKey', 'input'] },
};

function decode(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity);
}

/** @throws Error saying what is wrong with it */
export function readTwiml(xml: string): Verb {
  const root: Verb = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  let end = 0;
  for (const [token, closing, name, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    end += token.length;
    const top = open.at(-1)!;
    if (text !== undefined) top.text += decode(text);
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else if (name) {
      const verb: Verb = { name, attributes: readAttributes(attributes), text: '', children: [] };
      check(verb, top);
      top.children.push(verb);
      if (!empty) open.push(verb);
    }
  }
  if (end !== xml.length || open.length !== 1) throw new Error('no well-formed XML');
  if (root.children.length !== 1 || root.text.trim()) throw new Error('TwiML is one <Response>');
  return root.children[0]!;
}

function readAttributes(attributes: string): Record<string, string> {
  return Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decode(value!)]));
}

function check(verb: Verb, parent: Verb): void {
  const rule = GRAMMAR[verb.name];
  if (!rule?.within.includes(parent.name)) throw new Error(`<${verb.name}> in <${parent.name}>`);
  const unknown = Object.keys(verb.attributes).find((name) => !rule.takes.includes(name));
  if (unknown) throw new Error(`<${verb.name} ${unknown}>`);
}

/** What is heard, in order. */
export const heard = (verb: Verb): string[] =>
  verb.children.flatMap((child) => (child.name === 'Say' ? [child.text] : heard(child)));

/** Where a key that is pressed goes. */
export const keysGoTo = (verb: Verb): string | null =>
  verb.children.find(({ name }) => name === 'Gather')?.attributes.action ?? null;
