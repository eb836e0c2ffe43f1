/** SQL: still to be done, in time or late. The index `obligations_owing` is made for exactly these words. */
export const OWING = `met_at IS NULL AND given_up = false AND state IN ('open', 'missed')`;
