import { fillTemplate, parametersOf } from './message-template.js';
import { SMS } from './sms-parts.js';

/** What Aliyun registers as a signature (https://www.alibabacloud.com/help/en/short-message-service/latest/signature-and-message-template-specifications). */
const SIGNATURE = /^[\p{L}\p{N}]{2,12}$/u;
/** Characters that break a line, turn its direction or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Every text but a broadcast stays within as many parts (本县约定): some phones show a longer one in pieces. */
export const MOST_PARTS = 2;

/** What of a template its body has to agree with. */
export interface TemplateShape {
  parameters: readonly { name: string; example: string; required: boolean }[];
  givesWay: string | null;
}

export type FaultKind = 'unknown' | 'missing' | 'braces' | 'brackets' | 'unseen' | 'long' | 'signature';

/** Why a body cannot be sent. `names`: parameters it is about; `over`: characters that do not fit, even without what gives way. */
export interface TemplateFault {
  why: FaultKind;
  names: readonly string[];
  over: number;
}

const fault = (why: FaultKind, { names = [], over = 0 }: Partial<TemplateFault> = {}): TemplateFault => ({
  why,
  names,
  over,
});

/** Values of a template to try it with. */
export const examplesOf = ({ parameters }: TemplateShape): Record<string, string> =>
  Object.fromEntries(parameters.map(({ name, example }) => [name, example]));

/** What stands before every text. */
export const textHead = (signature: string, drill: boolean): string => `【${signature}】${drill ? '（演练）' : ''}`;

/** Units left beside everything else, negative when there is not enough room. `without`: counts as nothing. */
export function unitsLeft(
  head: string,
  body: string,
  values: Readonly<Record<string, string>>,
  without: string,
): number {
  return MOST_PARTS * SMS.part - head.length - fillTemplate(body, { ...values, [without]: '' }).length;
}

/** What is wrong with a body; the length is judged with the examples and as the text of a drill. */
export function faultsOf(body: string, shape: TemplateShape, signature: string): TemplateFault[] {
  const used = parametersOf(body);
  const unknown = used.filter((name) => !shape.parameters.some((parameter) => parameter.name === name));
  const missing = shape.parameters.flatMap(({ name, required }) => (required && !used.includes(name) ? [name] : []));
  const over = -unitsLeft(textHead(signature, true), body, examplesOf(shape), shape.givesWay ?? '');
  return [
    ...(unknown.length > 0 ? [fault('unknown', { names: unknown })] : []),
    ...(missing.length > 0 ? [fault('missing', { names: missing })] : []),
    ...(/[{}]/.test(fillTemplate(body, {})) ? [fault('braces')] : []),
    ...(/[【】]/.test(body) ? [fault('brackets')] : []),
    ...(UNSEEN.test(body) ? [fault('unseen')] : []),
    ...(over > 0 ? [fault('long', { over })] : []),
  ];
}

/** What is wrong with a signature. */
export const faultsOfSignature = (body: string): TemplateFault[] => (SIGNATURE.test(body) ? [] : [fault('signature')]);

/** What is registered in pieces: `what`, `what2`, `what3`. */
const withoutPiece = (variable: string): string => variable.replace(/[2-9]$/, '');

/** Variables a provider is said to have registered that are no parameters of the template. */
export const unknownVariables = (variables: readonly string[], { parameters }: TemplateShape): string[] =>
  variables.filter((name) => !parameters.some((known) => known.name === name || known.name === withoutPiece(name)));
