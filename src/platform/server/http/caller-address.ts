import type { Context } from 'hono';

/** Where on the network a request came from, for rate limits only. */
export function callerAddress(http: Context): string {
  const incoming: unknown = Reflect.get(http.env ?? {}, 'incoming');
  const socket: unknown = incoming && typeof incoming === 'object' ? Reflect.get(incoming, 'socket') : null;
  const address: unknown = socket && typeof socket === 'object' ? Reflect.get(socket, 'remoteAddress') : null;
  return typeof address === 'string' ? address : 'unknown';
}
