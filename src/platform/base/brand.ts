declare const brandName: unique symbol;

/**
 * A type that is told apart by name although it is a plain string or number at run time.
 * Each name is used once in the whole code; the architecture tests hold that.
 */
export type Brand<Base, Name extends string> = Base & { readonly [brandName]: Name };
