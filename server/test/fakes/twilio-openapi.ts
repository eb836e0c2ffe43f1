import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { TwilioRequest } from './twilio.js';
import { readTwiml } from './twilio-twiml.js';

/** Twilio's own description lies beside the checkout, where somebody has put it; it is no part of the project. */
const FILE = join(import.meta.dirname, '../../../../shared/data/twilio/messages-calls.openapi.json');

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: object;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: object }> };
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

export const twilioIsDescribed = (): boolean => existsSync(FILE);

function isTwiml(xml: string): boolean {
  try {
    return readTwiml(xml).name === 'Response';
  } catch {
    return false;
  }
}

/** What a form field or a query parameter holds is text, a single one of a list is no list: both are read as what is described. */
function validator(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
  formats.default(ajv);
  const phone = /^\+[1-9]\d{1,14}$/;
  for (const format of ['phone-number', 'endpoint']) ajv.addFormat(format, phone);
  return ajv.addFormat('twiml', isTwiml).addFormat('http-method', /^(GET|POST)$/);
}

/** What is wrong with a request by the description; empty: nothing. A parameter it does not know is wrong. */
export function describedTwilio(): (request: TwilioRequest) => string[] {
  const described = JSON.parse(readFileSync(FILE, 'utf8')) as Description;
  const ajv = validator();
  const { components } = described;
  const object = (schema: object): ValidateFunction =>
    ajv.compile({ type: 'object', ...schema, additionalProperties: false, components });
  const paths = Object.entries(described.paths).map(([path, operations]) => ({
    names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
    shape: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+?)')}$`),
    operations,
  }));

  return ({ method, path, query, form }) => {
    const here = paths.toReversed().find(({ shape }) => shape.test(path));
    const operation = here?.operations[method.toLowerCase()];
    if (!here || !operation) return [`${method} ${path}: not described`];
    const values = here.shape.exec(path)!.slice(1);
    const inPath = Object.fromEntries(here.names.map((name, index) => [name, values[index]]));
    const parts: [string, ValidateFunction, object][] = [
      ['path', object(parameters(operation, 'path')), inPath],
      ['query', object(parameters(operation, 'query')), query],
      ['form', object(operation.requestBody?.content['application/x-www-form-urlencoded']?.schema ?? {}), form],
    ];
    return parts.flatMap(([part, valid, value]) => {
      if (valid(structuredClone(value))) return [];
      return (valid.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${method} ${path}: ${part}${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    });
  };
}

function parameters(operation: Operation, place: 'path' | 'query'): object {
  const all = (operation.parameters ?? []).filter((one) => one.in === place);
  return {
    properties: Object.fromEntries(all.map(({ name, schema }) => [name, schema])),
    required: all.filter(({ required }) => required).map(({ name }) => name),
  };
}
