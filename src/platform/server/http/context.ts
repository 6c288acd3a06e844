import type {
  AnyRefusal,
  Clock,
  RandomBytes,
  Result,
  RouteOutput,
  RouteRequest,
  RouteRow,
  TenantId,
  UserId,
} from '#platform/base';
import type { MigratedModule, Tx } from '../db/index.ts';
import type { Blobs } from '../blobs/index.ts';
import type { JobRow } from '../jobs/index.ts';
import type { Mailer } from '../mail/index.ts';
import type { Mount } from './mount.ts';

/** Who is signed in, as kernel/accounts found it. */
export interface SignedIn {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly roles: readonly string[];
  /** Hash of the session token: names the session without being able to use it. */
  readonly session: string;
  /** The unlock is at most five minutes old. */
  readonly stepUpFresh: boolean;
}

/** What a browser keeps for the server beside the session: `__Host-` names, out of reach of scripts. */
export interface OtherCookies {
  read(name: CookieName): string | null;
  /** Sets one with the answer, or ends it. */
  set(name: CookieName, cookie: { readonly token: string; readonly maxAgeSeconds: number } | null): void;
}

export type CookieName = `__Host-${string}`;

/** What every handler gets besides its parsed input. */
export interface OpenContext {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly blobs: Blobs;
  /** Files with the server's secrets; never the database. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Null where the installation sends no mail. Letters are sent by jobs, never while a request waits. */
  readonly mail: Mailer | null;
  /** Address of the caller, for rate limits only; never stored as it is. */
  readonly address: string;
  /** Where the caller says to have reached this installation: scheme, host and port. A caller may say anything. */
  readonly origin: string;
  /** Under which everybody finds this installation, as settings say; null where they do not. */
  readonly publicOrigin: string | null;
  /** A second host that leads here, on which nothing but files of strangers lies; null where there is none. */
  readonly packageOrigin: string | null;
  /** Sets or ends the session cookie with the answer. */
  setSession(cookie: { readonly token: string; readonly maxAgeSeconds: number } | null): void;
  /** Cookies of those who have no account; each is named by whoever uses it, and none is the session's. */
  readonly cookies: OtherCookies;
  /** A text of the built browser side, by its path in there; null where there is none. */
  readBuilt(path: string): Promise<string | null>;
}

/** The context of a route that needs somebody to be signed in. */
export interface RequestContext extends OpenContext, SignedIn {}

/** The context of a route that nobody need be signed in for. */
export interface AnyoneContext extends OpenContext {
  readonly signedIn: SignedIn | null;
}

/** A refusal that keeps what the transaction wrote, for counting wrong tries. */
export interface KeptRefusal extends AnyRefusal {
  readonly keep?: true;
}

type Handler<Row extends RouteRow> = Row['permission'] extends string
  ? (context: RequestContext, request: RouteRequest<Row>) => Promise<Result<RouteOutput<Row>, KeptRefusal>>
  : (context: AnyoneContext, request: RouteRequest<Row>) => Promise<Result<RouteOutput<Row>, KeptRefusal>>;

/** A route row with its handler. */
export interface BoundRoute {
  readonly row: RouteRow;
  readonly handle: (context: AnyoneContext, request: unknown) => Promise<Result<unknown, KeptRefusal>>;
}

/** Joins a row and its handler; the types of both must agree. */
export function bind<const Row extends RouteRow>(row: Row, handler: Handler<Row>): BoundRoute {
  return {
    row,
    handle: (context, request) => {
      const full = { ...context, ...(context.signedIn ?? {}) };
      // The pipeline calls a handler only after the row's schemas parsed the request and, where the
      // row needs it, after somebody was found to be signed in: exactly what the handler's type asks.
      return handler(full as never, request as never);
    },
  };
}

/** What a module gives to the composition root. */
export interface ServerModule extends MigratedModule {
  readonly routes: readonly BoundRoute[];
  /** Protocols whose form is not ours. */
  readonly mounts?: readonly Mount[];
  /** Work that no request waits for. */
  readonly jobs?: readonly JobRow[];
}
