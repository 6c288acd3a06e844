import type { Context } from 'hono';
import type { ServerParts } from './server-parts.ts';

/** Where on the network a request came from, for rate limits only. */
export function callerAddress({ addressOf }: Pick<ServerParts, 'addressOf'>, http: Context): string {
  const incoming: unknown = Reflect.get(http.env ?? {}, 'incoming');
  const socket: unknown = incoming && typeof incoming === 'object' ? Reflect.get(incoming, 'socket') : null;
  const address: unknown = socket && typeof socket === 'object' ? Reflect.get(socket, 'remoteAddress') : null;
  return addressOf(typeof address === 'string' ? address : null, http.req.header('X-Forwarded-For') ?? null);
}
