import { createServer, request } from 'node:http';

/** Stands between browser and server and keeps every byte of both directions. */
export interface RecordingProxy {
  readonly address: string;
  /** Lines, headers and bodies of all requests. */
  received(): Buffer;
  /** Headers and bodies of all answers. */
  sent(): Buffer;
  close(): Promise<void>;
}

/** Starts one on a free port. Answers are asked for uncompressed, so that they can be searched. */
export async function startRecordingProxy(port: number): Promise<RecordingProxy> {
  const received: Buffer[] = [];
  const sent: Buffer[] = [];
  const server = createServer((incoming, outgoing) => {
    const { 'accept-encoding': _, ...headers } = incoming.headers;
    received.push(Buffer.from(`${incoming.method} ${incoming.url}\n${JSON.stringify(incoming.headers)}\n`));
    const onward = request(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers },
      (answer) => {
        sent.push(Buffer.from(`${answer.statusCode} ${incoming.url}\n${JSON.stringify(answer.headers)}\n`));
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on('data', (chunk: Buffer) => sent.push(chunk));
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.on('data', (chunk: Buffer) => received.push(chunk));
    incoming.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    received: () => Buffer.concat(received),
    sent: () => Buffer.concat(sent),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
