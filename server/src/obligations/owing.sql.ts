/** SQL: still to be done, in time or late; `row` is the alias of `obligations` with its dot, where there is one. */
export const owing = (row = ''): string =>
  `${row}met_at IS NULL AND ${row}given_up = false AND ${row}state IN ('open', 'missed')`;

/** The same without an alias: the index `obligations_owing` is made for exactly these words. */
export const OWING = owing();
