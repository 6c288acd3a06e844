import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startTestServer } from './support/test-server.ts';

test('a stop waits for the answer under way, and not for the connection that it leaves open', async () => {
  const server = await startTestServer({});
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answered = Promise.withResolvers<number | undefined>();
  const asking = request(`${server.address}/api/spaces/00000000-0000-4000-8000-000000000000/operations`, {
    method: 'POST',
    agent,
    headers: { 'Content-Type': 'application/json', 'X-Req': '1', 'Sec-Fetch-Site': 'same-origin' },
  });
  asking.once('response', (answer) => {
    answer.resume();
    answer.once('end', () => answered.resolve(answer.statusCode));
  });
  asking.once('error', answered.reject);
  // Sent in two halves: the stop comes between them.
  asking.write('{"operations":');
  await wait(200);
  const stopped = server.stop();
  await wait(200);
  asking.end('[]}');
  expect(await answered.promise).toBeGreaterThanOrEqual(400);
  await stopped;
  agent.destroy();
}, 30_000);
