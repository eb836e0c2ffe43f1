/** The same keys with other words: what a translation of `T` has to be. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
