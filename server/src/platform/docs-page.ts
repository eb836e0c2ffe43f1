import { openApiDocument } from './openapi.js';

const toText = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The API as a plain page to read: one row per endpoint, schemas unfold. No script, so the strict CSP stays. */
export function docsPage(title: string): string {
  const rows = Object.entries(openApiDocument(title).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { summary, description, ...rest } = operation as { summary: string; description: string };
      return `<details><summary><b>${method.toUpperCase()}</b> <code>${toText(path)}</code> ${toText(summary)} <i>${toText(description)}</i></summary><pre>${toText(JSON.stringify(rest, null, 2))}</pre></details>`;
    }),
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${toText(title)} API</title>
<h1>${toText(title)} API</h1><p><a href="/api/openapi.json">openapi.json</a></p>${rows.join('\n')}</html>`;
}
