import { hashText } from '#platform/crypto/server';
import type { Player } from '../store/play-store.ts';

/** By what a package may know somebody: the same each time, another one in each package, and nothing that it could be traced from outside. */
export async function learnerNumber({ tenant, user, package: pack }: Player): Promise<string> {
  return (await hashText(`${tenant}\n${pack}\n${user}`)).replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 20);
}
