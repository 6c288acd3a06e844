import process from 'node:process';

/** Counts what the server does, in the text format of Prometheus; numbers only, nobody's path or id. */
export interface Metrics {
  /** Notes one answered request. */
  count(method: string, status: number, seconds: number): void;
  print(): string;
}

/** Starts all counts at nought. */
export function createMetrics(): Metrics {
  const answered = new Map<string, { requests: number; seconds: number }>();
  return {
    count: (method, status, seconds) => {
      const labels = `method="${knownMethods.has(method) ? method : 'other'}",status="${status}"`;
      const entry = answered.get(labels) ?? { requests: 0, seconds: 0 };
      answered.set(labels, { requests: entry.requests + 1, seconds: entry.seconds + seconds });
    },
    print: () => {
      const entries = [...answered];
      return [
        '# TYPE baken_requests_total counter',
        ...entries.map(([labels, { requests }]) => `baken_requests_total{${labels}} ${requests}`),
        '# TYPE baken_request_seconds_total counter',
        ...entries.map(([labels, { seconds }]) => `baken_request_seconds_total{${labels}} ${seconds.toFixed(6)}`),
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '# TYPE process_uptime_seconds gauge',
        `process_uptime_seconds ${process.uptime().toFixed(1)}`,
        '',
      ].join('\n');
    },
  };
}

const knownMethods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD']);
