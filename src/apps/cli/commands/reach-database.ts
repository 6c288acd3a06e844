import { ok, refuse, type Result } from '#platform/base';
import { socketFolder, startEmbedded, tryConnect, type DatabaseAddress } from '#platform/server/db';

/** A database that answers, and how to leave it as it was found. */
export interface ReachedDatabase {
  readonly address: DatabaseAddress;
  readonly leave: () => Promise<void>;
}

const name = 'baken';
const role = 'baken_audit';

/**
 * Reaches the database of a data folder with the rights of the audit role: the one that runs there,
 * or, when none does, one started for the time being. With a URL, that server as the user it names.
 */
export async function reachDatabase(where: {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
}): Promise<Result<ReachedDatabase, { readonly type: string }>> {
  if (where.database !== undefined) return reachServer(where.database);
  const folder = where.data ?? 'data';
  const running: DatabaseAddress = { host: await socketFolder(folder), database: name, user: role };
  if (await answers(running)) return ok({ address: running, leave: () => Promise.resolve() });
  const started = await startEmbedded(folder);
  if (!started.ok) return started;
  const { socket, stop } = started.value;
  return ok({ address: { host: socket, database: name, user: role }, leave: stop });
}

async function reachServer(url: string): Promise<Result<ReachedDatabase, { readonly type: string }>> {
  if (!URL.canParse(url)) return refuse({ type: 'AddressNotReadable' });
  const { hostname, port, username, password, pathname } = new URL(url);
  const address: DatabaseAddress = {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)) || name,
    user: decodeURIComponent(username),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
  };
  return (await answers(address))
    ? ok({ address, leave: () => Promise.resolve() })
    : refuse({ type: 'DatabaseSilent' });
}

async function answers(address: DatabaseAddress): Promise<boolean> {
  const connected = await tryConnect(address);
  return connected.ok;
}
