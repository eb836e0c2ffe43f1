/** I 特别重大 · II 重大 · III 较大 · IV 一般 */
export const SEVERITIES = ['I', 'II', 'III', 'IV'] as const;
export type Severity = (typeof SEVERITIES)[number];
