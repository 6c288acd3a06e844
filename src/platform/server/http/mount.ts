import type { Clock, RandomBytes } from '#platform/base';
import type { HasRoom } from '../blobs/index.ts';
import type { Database } from '../db/index.ts';

/** What a mount may use of the server: no session, no cookie, no meter of what people read. */
export interface MountParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
  /** False when what is left on disk is kept for questions and for what is small. */
  readonly hasRoom: HasRoom;
  /** Under which everybody finds this installation, as settings say; null where they do not. */
  readonly publicOrigin: string | null;
  /** The second host, for mounts for strangers; null where there is none. */
  readonly packageOrigin: string | null;
}

/** One request below a mount. */
export interface MountedRequest {
  readonly request: Request;
  /** Where it came from, for rate limits only. */
  readonly address: string;
  /** Scheme, host and port at which it reached us; a caller may say any host that settings do not name. */
  readonly origin: string;
}

/**
 * A part of the address space that speaks a protocol whose form is not ours: its status codes, headers and bodies are written
 * in a standard. It is outside `X-Req`, so it must read no cookie: whoever calls shows a key with every request. It answers
 * for its own permissions, limits and audit entries; decision 0046 says how.
 */
export interface Mount {
  /** Names it in the log of defects. */
  readonly name: string;
  /** Path of its root, without a slash at the end. */
  readonly prefix: `/${string}`;
  /** What it gives out was made by strangers: it is answered on the second host too, where nothing else is. */
  readonly strangers?: true;
  readonly answer: (parts: MountParts, asked: MountedRequest) => Promise<Response>;
}
