import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

/** One request of a run; `at` is which of those at once asks, `turn` how many it asked before. */
export type Ask = (at: number, turn: number) => Promise<void>;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** What to send; a body makes it a POST of JSON. */
export interface Sent {
  readonly address: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Sends one request with as little work here as can be; a status that is no success fails the run. */
export function send({ address, headers = {}, body }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const asked = request(address, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status < 300) {
        answer.resume();
        answer.once('end', resolve);
        return;
      }
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.once('end', () => reject(new Error(`${status} ${address}: ${text}`)));
    });
    // A kept connection may be closed by the server just as it is used again: then nothing was asked yet.
    asked.once('error', (error: NodeJS.ErrnoException) => {
      if (asked.reusedSocket && error.code === 'ECONNRESET')
        send({ address, headers, ...(body === undefined ? {} : { body }) }).then(resolve, reject);
      else reject(error);
    });
    asked.end(body);
  });
}

/** Requests a second with so many at once, over so many milliseconds. */
export async function throughput(ask: Ask, atOnce: number, milliseconds: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  const loop = async (at: number): Promise<void> => {
    for (let turn = 0; performance.now() - began < milliseconds; turn += 1) {
      await ask(at, turn);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, at) => loop(at)));
  return (done * 1000) / (performance.now() - began);
}

/** The middle one of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Ours and the bare one in turns, so that whatever else the machine does hits both; the median of the rounds. */
export async function compare(
  ours: Ask,
  bare: Ask,
  { atOnce, rounds = 5, milliseconds = 1_000 }: { readonly atOnce: number; rounds?: number; milliseconds?: number },
): Promise<{ readonly ours: number; readonly bare: number; readonly ratio: number }> {
  await throughput(ours, atOnce, milliseconds / 2);
  await throughput(bare, atOnce, milliseconds / 2);
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await throughput(ours, atOnce, milliseconds);
    pairs.push({ ours: first, bare: await throughput(bare, atOnce, milliseconds) });
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.ours / pair.bare)),
  };
}
