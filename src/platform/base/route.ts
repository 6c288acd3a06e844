import type { z } from 'zod';

/** How often one caller may use a route. */
export interface RateLimit {
  readonly per: 'account' | 'address' | 'user' | 'invitation';
  readonly limit: number;
  readonly windowMinutes: number;
}

/** How much a row may give one person within a full hour (decision 0018). */
export interface ReadingLimit {
  /** `subjects`: different ones, so that reading one again costs nothing; `answers`: every answer. */
  readonly of: 'subjects' | 'answers';
  readonly perHour: number;
}

/** Shapes of a body: JSON by schema, raw bytes, or nothing. */
export type BodyShape = z.ZodType | 'bytes' | 'nothing';

/**
 * One row of the contract between browser and server: everything the server must hold about a route
 * before its handler runs, and all a client needs to call it. The OpenAPI document is made of these.
 */
export interface RouteRow {
  /** Unique name in camelCase; the operation id of the OpenAPI document. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` for parameters, always under `/api/` unless a standard says otherwise. */
  readonly path: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly input?: BodyShape;
  readonly output: BodyShape;
  /** The act that the caller must be allowed; deny is the default. */
  readonly permission: string | { readonly none: string };
  /** The act in the audit log, or why none is kept. */
  readonly audit: string | { readonly none: string };
  /** Needs an unlock that is at most five minutes old. */
  readonly stepUp?: true;
  /** Largest body in bytes; 64 KiB when absent. */
  readonly bodyLimit?: number;
  readonly rate?: RateLimit;
  /** For rows that give out what is sealed; refused with `ReadingPaused`. Needs an audit act, by which it is counted. */
  readonly reading?: ReadingLimit;
  /** Changes almost nothing on disk, so it is done even when there is hardly any room left. Questions always are. */
  readonly small?: true;
  /**
   * All that its handler does is in its transaction. So it may begin with who held the session a moment ago, while that
   * is looked up again; should it be otherwise, everything is undone and done anew. Questions always may.
   */
  readonly beginsEarly?: true;
  /** Stable codes that the handler may answer with, besides those every route has. */
  readonly refusals: readonly string[];
}

/** Declares a route row and keeps its exact types for server and client. */
export function defineRoute<const Row extends RouteRow>(row: Row): Row {
  return row;
}

/** What a caller of the row passes: parameters, query and body, where the row has them. */
export type RouteInput<Row extends RouteRow> = Part<Row, 'params'> & Part<Row, 'query'> & Part<Row, 'input'>;

type Part<Row, Name extends string> = Row extends { readonly [key in Name]: infer Shape }
  ? Shape extends z.ZodType
    ? { readonly [key in Name]: z.input<Shape> }
    : Shape extends 'bytes'
      ? { readonly [key in Name]: Uint8Array }
      : unknown
  : unknown;

/** What the handler of the row receives after everything was parsed. */
export type RouteRequest<Row extends RouteRow> = ParsedPart<Row, 'params'> &
  ParsedPart<Row, 'query'> &
  ParsedPart<Row, 'input'>;

type ParsedPart<Row, Name extends string> = Row extends { readonly [key in Name]: infer Shape }
  ? Shape extends z.ZodType
    ? { readonly [key in Name]: z.output<Shape> }
    : Shape extends 'bytes'
      ? { readonly [key in Name]: Uint8Array }
      : unknown
  : unknown;

/** What the row answers when it does not refuse. */
export type RouteOutput<Row extends RouteRow> = Row['output'] extends z.ZodType
  ? z.output<Row['output']>
  : Row['output'] extends 'bytes'
    ? Uint8Array
    : undefined;
