import type { TemplateApproval } from '@liandong/shared/message-template';
import { LONGEST_VARIABLE } from './aliyun.facts.js';

/** Stands where a text has nothing to say: a variable may not be empty. */
const FILLER = '。';

/** A registered template with its variables filled in, or why the text cannot go by it: a row of the tables of codes. */
export type Filled =
  | { code: string; variables: Record<string, string> }
  | { refused: 'not_approved' | 'param_too_long' };

/**
 * A text as the provider takes it. Only what was registered goes along: `what`, `what2`, `what3` share the parameter `what`,
 * in that order; a parameter no variable was registered for stays at home. The signature 【…】 is added there.
 * @param channel under which of the approval's codes
 */
export function fillVariables(
  params: Readonly<Record<string, string>> | null,
  approval: TemplateApproval | undefined,
  channel: 'sms' | 'voice',
): Filled {
  const code = approval?.[channel];
  if (!code || !params) return { refused: 'not_approved' };
  const variables: Record<string, string> = {};
  for (const [parameter, names] of sharing(approval.variables ?? [], params)) {
    const pieces = split(params[parameter] ?? '', names.length);
    if (!pieces) return { refused: 'param_too_long' };
    names.forEach((name, index) => {
      variables[name] = pieces[index] || FILLER;
    });
  }
  return { code, variables };
}

/** Which variables each parameter is spread over: `what3` belongs to `what`, unless there is a parameter `what3`. */
function sharing(variables: readonly string[], params: Readonly<Record<string, string>>): Map<string, string[]> {
  const shared = new Map<string, string[]>();
  const place = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? 1);
  for (const name of variables.toSorted((a, b) => place(a) - place(b))) {
    const parameter = name in params ? name : name.replace(/\d+$/, '');
    shared.set(parameter, [...(shared.get(parameter) ?? []), name]);
  }
  return shared;
}

/**
 * A value in so many pieces of at most 35 UTF-16 units, each as long as it may be, none ending inside a character; those
 * that are left over are empty. Null: it does not fit.
 */
export function split(value: string, count: number): string[] | null {
  const characters = [...value.toWellFormed()];
  const pieces: string[] = [];
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    let piece = '';
    while (next < characters.length && (piece + characters[next]).length <= LONGEST_VARIABLE) {
      piece += characters[next];
      next += 1;
    }
    pieces.push(piece);
  }
  return next === characters.length ? pieces : null;
}
