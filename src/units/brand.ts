/** Dimensions held by the type checker at the borders of rooms; plain doubles in SI inside hot loops. */
type Brand<T, Name extends string> = T & { readonly __unit?: Name };

export type Bytes = Brand<number, 'B'>;
export type FlopPerSecond = Brand<number, 'FLOP/s'>;
export type BytesPerSecond = Brand<number, 'B/s'>;
export type Watts = Brand<number, 'W'>;
