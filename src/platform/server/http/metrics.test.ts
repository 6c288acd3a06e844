import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('requests are counted by method and status, and nothing a caller wrote becomes a label', () => {
  const metrics = createMetrics();
  metrics.count('GET', 200, 0.5);
  metrics.count('GET', 200, 0.25);
  metrics.count('X"} 1\nevil', 404, 0);
  const lines = metrics.print().split('\n');
  expect(lines).toContain('baken_requests_total{method="GET",status="200"} 2');
  expect(lines).toContain('baken_request_seconds_total{method="GET",status="200"} 0.750000');
  expect(lines).toContain('baken_requests_total{method="other",status="404"} 1');
  expect(lines.join('\n')).not.toContain('evil');
});
