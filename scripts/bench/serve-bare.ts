/** The least that could serve the same rows: node:http, one pool, JSON. Started by the bench with an address as JSON. */
import { createServer, type IncomingMessage } from 'node:http';
import process from 'node:process';
import pg from 'pg';
import { bareQueries } from './bare-queries.ts';

// The bench wrote this argument itself.
const pool = new pg.Pool({ ...(JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig), max: 16 });

const server = createServer((request, response) => {
  void answer(request).then(
    (value) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(value));
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});

async function answer(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  // A request is a stream of buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [, name = '', ...parts] = (request.url ?? '').split('/');
  const query = bareQueries[name];
  if (!query) throw new Error(`no such question: ${name}`);
  return query(pool, parts, Buffer.concat(chunks).toString());
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening on ${typeof address === 'object' && address ? address.port : 0}.`);
});
process.once('SIGTERM', () => process.exit(0));
