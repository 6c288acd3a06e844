import { ok, refuse, type Result, type RouteInput, type RouteOutput, type RouteRow } from '#platform/base';

/** As much of `fetch` as is used; injected, so that tests and scripts bring their own with cookies. */
export type Fetch = (
  address: string,
  options: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array<ArrayBuffer>;
    readonly credentials?: 'same-origin';
    readonly cache?: 'no-store';
    readonly signal?: AbortSignal;
  },
) => Promise<Response>;

/** The server's stable code, or `Unreachable` when no answer came, or `AnswerInvalid` when it made no sense. */
export interface ApiRefusal {
  readonly type: string;
  readonly status?: number;
  readonly path?: string;
  readonly reason?: string;
  readonly retryAfter?: number;
  readonly triesLeft?: number;
}

/**
 * Whether it is unknown what became of the request: no answer came, none that made sense, or the server itself lost its
 * database meanwhile. What was asked may have happened all the same.
 */
export function isAnswerLost({ type }: { readonly type: string }): boolean {
  return type === 'Unreachable' || type === 'Interrupted' || type === 'AnswerInvalid';
}

const silent = 'silent';

/** Whether nothing at all came of a request, for as long as an answer is waited for. Whoever asked has waited that long already. */
export function isSilent({ type, reason }: ApiRefusal): boolean {
  return type === 'Unreachable' && reason === silent;
}

/** Calls routes by their rows; answers are checked against the row before anybody sees them. */
export interface Api {
  call<const Row extends RouteRow>(row: Row, input: RouteInput<Row>): Promise<Result<RouteOutput<Row>, ApiRefusal>>;
}

/** Milliseconds until an answer is taken for lost: of words, and of the bytes of a file, which a slow line carries for long. */
interface Patience {
  readonly words: number;
  readonly bytes: number;
}

const usualPatience: Patience = { words: 120_000, bytes: 900_000 };

/**
 * A way to call a server. `onSignedOut` hears of every answer that says the session is over. A request that nothing comes
 * of is given up after a while (`Unreachable`): whoever waits for it, and whatever waits for its turn, goes on.
 */
export function createApi(options: {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly onSignedOut?: () => void;
  readonly patience?: Patience;
}): Api {
  const { words, bytes } = options.patience ?? usualPatience;
  return {
    call: async (row, input) => {
      // The row's own types say which of the three parts there are; here each may be absent.
      const parts = input as RequestParts;
      const headers: Record<string, string> = { Accept: 'application/json' };
      if (row.method !== 'GET') {
        headers['X-Req'] = '1';
        headers['Content-Type'] = row.input === 'bytes' ? 'application/octet-stream' : 'application/json';
      }
      let response: Response;
      try {
        response = await options.fetch(addressOf(options.baseUrl, row, parts), {
          method: row.method,
          headers,
          ...(row.method === 'GET' ? {} : { body: bodyOf(row, parts) }),
          credentials: 'same-origin',
          cache: 'no-store',
          signal: AbortSignal.timeout(row.input === 'bytes' || row.output === 'bytes' ? bytes : words),
        });
      } catch (error) {
        const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
        return refuse({ type: 'Unreachable', ...(timedOut ? { reason: silent } : {}) });
      }
      if (!response.ok) {
        const refusal = await readProblem(response);
        if (refusal.type === 'SignInNeeded') options.onSignedOut?.();
        return refuse(refusal);
      }
      return readAnswer(row, response);
    },
  };
}

interface RequestParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly input?: unknown;
}

function addressOf(baseUrl: string, row: RouteRow, { params, query }: RequestParts): string {
  const path = row.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(read(params, name))));
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const asked = pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `${baseUrl}${path}${asked === '' ? '' : `?${asked}`}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function bodyOf(row: RouteRow, { input }: RequestParts): string | Uint8Array<ArrayBuffer> {
  return row.input === 'bytes' && input instanceof Uint8Array ? Uint8Array.from(input) : JSON.stringify(input ?? {});
}

/** What a proxy says when it gets no answer from the server behind it. */
const proxyStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

async function readProblem(response: Response): Promise<ApiRefusal> {
  try {
    const body = await response.json();
    const code = read(body, 'code');
    const refusal: Record<string, string | number> = {};
    for (const name of ['path', 'reason', 'retryAfter', 'triesLeft']) {
      const value = read(body, name);
      if (typeof value === 'string' || typeof value === 'number') refusal[name] = value;
    }
    if (typeof code === 'string') return { ...refusal, type: code, status: response.status };
  } catch {
    // Not a problem document: a proxy or another program answered.
  }
  if (proxyStatuses.has(response.status)) return { type: 'Unreachable', status: response.status };
  return { type: 'AnswerInvalid', status: response.status };
}

async function readAnswer<const Row extends RouteRow>(
  row: Row,
  response: Response,
): Promise<Result<RouteOutput<Row>, ApiRefusal>> {
  const { output } = row;
  // The three branches are the three cases of RouteOutput, which TypeScript cannot follow through a generic.
  if (output === 'nothing') return ok(undefined as RouteOutput<Row>);
  try {
    // As above.
    if (output === 'bytes') return ok(new Uint8Array(await response.arrayBuffer()) as RouteOutput<Row>);
    const parsed = output.safeParse(await response.json());
    // As above.
    if (parsed.success) return ok(parsed.data as RouteOutput<Row>);
  } catch {
    return refuse({ type: 'Unreachable' });
  }
  return refuse({ type: 'AnswerInvalid', status: response.status });
}
