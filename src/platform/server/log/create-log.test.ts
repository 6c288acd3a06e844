import { expect, test } from 'vitest';
import { createLog } from './index.ts';

test('a line holds the allowed fields and never what an error quotes', () => {
  const lines: string[] = [];
  const log = createLog({ now: () => new Date('2026-11-24T10:00:00Z') }, (line) => lines.push(line));
  const loose: Record<string, unknown> = {
    event: 'request',
    route: 'readSpace',
    status: 200,
    body: 'Selamte',
    query: '?q=Selamte',
  };
  // A careless caller in plain JavaScript could pass anything.
  log.write(loose as never);
  log.defect('request', new TypeError('Selamte is not a date'), { route: 'appendOperations' });
  expect(lines).toHaveLength(2);
  expect(lines.join('\n')).not.toContain('Selamte');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '2026-11-24T10:00:00.000Z',
    event: 'request',
    route: 'readSpace',
    status: 200,
  });
  expect(lines[1]).toContain('TypeError');
});
