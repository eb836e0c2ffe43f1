import {
  fillTemplate,
  parametersOf,
  type TemplateApproval,
  type TemplateView,
} from '@liandong/shared/message-template';
import { cutTo, smsParts } from '@liandong/shared/sms-parts';
import { examplesOf, faultsOf, type TemplateShape, textHead, unitsLeft } from '@liandong/shared/template.rules';

export const SIGNATURE = 'signature';

/** A text as it would go out. `room`: characters the parameter that gives way may have; null: none does, or it is not there. */
export interface Preview {
  text: string;
  units: number;
  parts: number;
  room: number | null;
}

/** A body filled with the examples, after signature and mark of a drill; what gives way is cut as when it is sent. */
export function previewOf(body: string, shape: TemplateShape, signature: string, drill: boolean): Preview {
  const head = textHead(signature, drill);
  const values = examplesOf(shape);
  const gives = shape.givesWay ?? '';
  const times = body.split(`{${gives}}`).length - 1;
  const room = times === 0 ? null : Math.max(0, Math.floor(unitsLeft(head, body, values, gives) / times));
  const fitted = room === null ? values : { ...values, [gives]: cutTo(values[gives] ?? '', room) };
  const text = head + fillTemplate(body, fitted);
  return { text, units: text.length, parts: smsParts(text), room };
}

/** A body in pieces: plain words, and parameters by their names. */
export function piecesOf(body: string): { at: number; text: string; parameter: boolean }[] {
  let at = 0;
  return body.split(/(\{[a-zA-Z0-9]+\})/).flatMap((text, index) => {
    const piece = { at, text, parameter: index % 2 === 1 };
    at += text.length;
    return text === '' ? [] : [piece];
  });
}

/** Templates a signature would leave no room. */
export const crowdedOut = (templates: readonly TemplateView[], signature: string): TemplateView[] =>
  templates.filter(
    (template) =>
      template.key !== SIGNATURE && faultsOf(template.body, template, signature).some(({ why }) => why === 'long'),
  );

/** Parameters of a body that a registered text would not say: they are not among its variables, whole or in pieces. */
export function unsaid(body: string, { sms, voice, variables = [] }: TemplateApproval): string[] {
  if (!sms && !voice) return [];
  return parametersOf(body).filter((name) => !variables.some((variable) => variable.replace(/[2-9]$/, '') === name));
}

/** What is filled in of an approval; undefined: nothing. */
export function filledApproval({ sms, voice, variables }: TemplateApproval): TemplateApproval | undefined {
  const filled = {
    ...(sms?.trim() ? { sms: sms.trim() } : {}),
    ...(voice?.trim() ? { voice: voice.trim() } : {}),
    ...(variables?.length ? { variables } : {}),
  };
  return Object.keys(filled).length > 0 ? filled : undefined;
}
