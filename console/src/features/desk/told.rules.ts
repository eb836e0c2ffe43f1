import { EXPERT_ANSWERS, type ExpertAnswer } from '@liandong/shared/expert';

/** What a payload says besides its plain words, told by type of event. Every field may be missing. */
type Payload = Record<string, unknown>;
/** Says a word of the namespace `acts:told`. */
export type Say = (key: ToldKey, values?: Record<string, string>) => string;
export type ToldKey =
  | 'type'
  | 'severity'
  | 'place'
  | 'major'
  | 'notMajor'
  | 'point'
  | 'lead'
  | 'late'
  | 'call'
  | 'no'
  | 'minutes'
  | ExpertAnswer;

/** Words of other tables an event refers to by code. */
export interface Words {
  say: Say;
  step: (kind: string) => string;
  stage: (stage: string) => string;
  target: (target: Payload) => string;
  instant: (at: string) => string;
  channel: (channel: string) => string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const part = (value: unknown): Payload => (typeof value === 'object' && value !== null ? (value as Payload) : {});
const joined = (parts: readonly string[], by = ' · '): string => parts.filter((each) => each !== '').join(by);
const arrow = (from: unknown, to: unknown): string => joined([text(from), text(to)], ' → ');

/** 更改: only what differs is told. */
function changes({ before, after }: Payload, { say }: Words): string {
  const [was, is] = [part(before), part(after)];
  const differs = (key: string): boolean => JSON.stringify(was[key]) !== JSON.stringify(is[key]);
  const fromTo = (key: string) => ({ from: text(was[key]) || '—', to: text(is[key]) || '—' });
  const placeOf = (side: Payload): string => joined([text(side.townshipName), text(side.placeText)], ' ') || '—';
  const moved = differs('placeText') || differs('townshipName');
  return joined([
    differs('type') ? say('type', fromTo('type')) : '',
    differs('severity') ? say('severity', fromTo('severity')) : '',
    differs('markedMajor') ? say(is.markedMajor === true ? 'major' : 'notMajor') : '',
    moved ? say('place', { from: placeOf(was), to: placeOf(is) }) : '',
    differs('location') && !moved ? say('point') : '',
  ]);
}

const person = (value: unknown): string => {
  const { post, name, phone } = part(value);
  return joined([text(post), text(name), text(phone)], ' ');
};

/** 到场 20 分, 电话指导, 不能参与; and what he said. */
function expertAnswer({ name, said, etaMinutes, words }: Payload, { say }: Words): string {
  const answer = EXPERT_ANSWERS.find((each) => each === said);
  const eta = typeof etaMinutes === 'number' ? say('minutes', { minutes: String(etaMinutes) }) : '';
  return joined([joined([text(name), answer === undefined ? '' : say(answer), eta], ' '), text(words)]);
}

const TOLD: Record<string, (payload: Payload, words: Words) => string> = {
  'incident.changed': changes,
  'incident.merged': ({ from, into }) => arrow(from, into),
  'incident.unmerged': ({ from, into }) => arrow(from, into),
  'incident.transferred': ({ unit, phone }) => joined([text(unit), text(phone)], ' '),
  'referral.received': ({ unit, receivedBy }) => joined([text(unit), text(receivedBy)], ' '),
  'call.joined': ({ number }, { say }) => say('call', { number: text(number) }),
  'command.transferred': ({ toName, to, commander }, { say }) => {
    const name = text(toName) || text(to);
    return joined([name === '' ? '' : say('lead', { name }), person(commander)]);
  },
  'upward.reported': ({ stage, recipient, no }, { say, stage: word }) =>
    joined([say('no', { no: String(no ?? '') }), word(text(stage)), text(recipient)], ' '),
  'order.corrected': ({ kind, was, at }, { step, instant }) =>
    joined([step(text(kind)), arrow(instant(text(was)), instant(text(at)))], ' '),
  'order.rebased': ({ before, target }, words) => arrow(words.target(part(before)), words.target(part(target))),
  'order.filled': ({ kind, at }, { step, instant }) => joined([step(text(kind)), instant(text(at))], ' '),
  'expert.called': ({ name }) => text(name),
  'expert.chased': ({ name }) => text(name),
  'expert.answered': expertAnswer,
  'message.moved': ({ name, channel, to }, { channel: word }) =>
    joined([text(name), arrow(word(text(channel)), word(text(to)))], ' '),
  'person.answered': ({ name }) => text(name),
  'notice.issued': ({ number, addressee }) => arrow(number, addressee),
  'notice.received': ({ number }) => text(number),
  'notice.answered': ({ number }) => text(number),
  'notice.closed': ({ number }) => text(number),
  'follow_up.opened': ({ what, unit, person: who, dueDate }) =>
    joined([text(what), joined([text(unit), text(who)], ' '), text(dueDate)]),
  'follow_up.done': ({ what, late }, { say }) => joined([text(what), late === true ? say('late') : '']),
  'attachment.added': ({ name }) => text(name),
};

/** The facts of an event in words; nothing where its type alone says it. */
export const toldOf = (type: string, payload: Payload, words: Words): string => TOLD[type]?.(payload, words) ?? '';
