/** Dimensions held by the type checker at the borders of rooms; plain doubles in SI inside hot loops. */
export type Brand<T, Name extends string> = T & { readonly __unit?: Name };

export type Bytes = Brand<number, 'B'>;
export type Seconds = Brand<number, 's'>;
export type FlopPerSecond = Brand<number, 'FLOP/s'>;
export type BytesPerSecond = Brand<number, 'B/s'>;
export type Watts = Brand<number, 'W'>;
