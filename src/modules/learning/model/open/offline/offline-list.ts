/** One file of the built browser side that a module needs without a connection. */
export interface OfflineFile {
  /** Where it lies, from the root: `/assets/learn-….js`. */
  readonly path: string;
  /** As a browser checks it (Subresource Integrity): `sha384-…`. */
  readonly integrity: string;
  readonly bytes: number;
}

/** Everything that one released course needs to be played without a connection, as the build writes it down. */
export interface OfflineList {
  readonly course: string;
  readonly version: string;
  /** Of the files of the course. */
  readonly digest: string;
  /** Of all files below together: another one as soon as any of them is another one. */
  readonly build: string;
  readonly files: readonly OfflineFile[];
}

/** Which course this browser keeps whole; written last, so that whatever it names is whole. */
export interface KeptCourse extends Omit<OfflineList, 'files'> {
  /** Name of the cache that holds its files. */
  readonly cache: string;
  readonly bytes: number;
  /** The version that was kept before, until the learner has been told that it changed; null where none was. */
  readonly changedFrom: string | null;
}

/** Bytes of all files of a list. */
export function bytesOf({ files }: Pick<OfflineList, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
