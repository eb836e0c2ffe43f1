import type { EditTemplate, TemplateView } from '@liandong/shared/message-template';
import {
  type FaultKind,
  faultsOf,
  faultsOfSignature,
  MOST_PARTS,
  type TemplateFault,
  type TemplateShape,
  unknownVariables,
} from '@liandong/shared/template.rules';

interface WrongField {
  path: string;
  message: string;
}
type Template = Pick<TemplateView, 'key' | 'title' | 'body' | 'parameters' | 'givesWay'>;

/**
 * What is wrong with a template as somebody wants it, in Chinese; nothing: it can be saved.
 * @param templates all that are in force: the signature stands before each, so a longer one has to leave room in all
 */
export function whyNotTemplate(
  template: Template,
  { body, approvals }: Pick<EditTemplate, 'body' | 'approvals'>,
  templates: readonly Template[],
): WrongField[] {
  const others = templates.filter(({ key }) => key !== SIGNATURE);
  const signature = templates.find(({ key }) => key === SIGNATURE)!.body;
  const wrong =
    template.key === SIGNATURE
      ? [...inWords(faultsOfSignature(body), template), ...others.flatMap((other) => crowdedOut(other, body))]
      : inWords(faultsOf(body, template, signature), template);
  return [...wrong.map((message) => ({ path: 'body', message })), ...wrongVariables(approvals, template)];
}

const SIGNATURE = 'signature';

const WORDS: Record<FaultKind, (fault: TemplateFault, template: Template) => string> = {
  unknown: ({ names }) => `没有参数${braced(names)}`,
  missing: ({ names }, { parameters }) =>
    `缺少${parameters.flatMap(({ name, title }) => (names.includes(name) ? [`{${name}}（${title}）`] : [])).join('、')}`,
  braces: () => '花括号只用于参数，须成对',
  brackets: () => '不要写【】，签名发送时自动加在最前',
  unseen: () => '不得含换行或控制字符',
  signature: () => '签名须为 2 至 12 个汉字、字母或数字',
  long: ({ over }) => `太长：${MOST_PARTS} 条短信放不下，须减少 ${over} 字`,
};

const inWords = (faults: readonly TemplateFault[], template: Template): string[] =>
  faults.map((fault) => WORDS[fault.why](fault, template));

const crowdedOut = (template: Template, signature: string): string[] =>
  faultsOf(template.body, template, signature).some(({ why }) => why === 'long')
    ? [`签名太长：模板“${template.title}”在 ${MOST_PARTS} 条短信内放不下`]
    : [];

function wrongVariables(approvals: EditTemplate['approvals'], shape: TemplateShape): WrongField[] {
  return Object.entries(approvals).flatMap(([provider, { variables = [] }]) => {
    const unknown = unknownVariables(variables, shape);
    const twice = variables.filter((name, at) => variables.indexOf(name) !== at);
    const messages = [
      ...(unknown.length > 0 ? [`报备变量中没有参数${braced(unknown)}`] : []),
      ...(twice.length > 0 ? [`报备变量重复${braced([...new Set(twice)])}`] : []),
    ];
    return messages.map((message) => ({ path: `approvals.${provider}.variables`, message }));
  });
}

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join('、');
