import type { Clock } from '#platform/base';

/** All that a log line may hold. Bodies, queries, names, texts and addresses of people have no field here. */
export interface LogFields {
  readonly event: string;
  readonly route?: string;
  readonly code?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly job?: string;
  readonly count?: number;
  readonly file?: string;
  /** Name of the error's class and the place in our own code; never its message, which may quote input. */
  readonly defect?: string;
}

/** Writes log lines. */
export interface Log {
  write(fields: LogFields): void;
  /** A defect by class and place in the code. */
  defect(event: string, error: unknown, fields?: Omit<LogFields, 'event' | 'defect'>): void;
}

const allowed = ['event', 'route', 'code', 'status', 'milliseconds', 'job', 'count', 'file', 'defect'] as const;

/** A log over any line writer. Fields outside the list are dropped even when a caller gets past the types. */
export function createLog(clock: Clock, writeLine: (line: string) => void): Log {
  const write = (fields: LogFields): void => {
    const line: Record<string, unknown> = { at: clock.now().toISOString() };
    for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name];
    writeLine(JSON.stringify(line));
  };
  return {
    write,
    defect: (event, error, fields) => write({ ...fields, event, defect: describe(error) }),
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /\/src\/|\/scripts\//.test(line));
  const places = frames.slice(0, 3).map((line) => line.replace(/^.*?((?:src|scripts)\/[^)]*).*$/, '$1'));
  const code: unknown = Reflect.get(error, 'code');
  return [error.name, typeof code === 'string' ? code : '', ...places].filter(Boolean).join(' ');
}
