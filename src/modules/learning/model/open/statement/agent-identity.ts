import { isJsonObject, type JsonObject } from './check-value.ts';

/**
 * Who an agent or identified group is: the kind of its identifier and its value, the same text for the same one. The domain of
 * a mail address and a hash in hexadecimal are the same in either case. Null for a group without an identifier.
 */
export function agentIdentity(agent: JsonObject): string | null {
  const { mbox, mbox_sha1sum: hash, openid, account } = agent;
  if (typeof mbox === 'string') {
    const at = mbox.lastIndexOf('@');
    return `mbox ${mbox.slice(0, at)}${mbox.slice(at).toLowerCase()}`;
  }
  if (typeof hash === 'string') return `sha1 ${hash.toLowerCase()}`;
  if (typeof openid === 'string') return `openid ${openid}`;
  return isJsonObject(account) ? `account ${JSON.stringify([account['homePage'], account['name']])}` : null;
}

/** The agent or group itself and the members of a group, as far as they have an identity. */
export function listIdentities(actor: JsonObject): readonly string[] {
  const member: readonly unknown[] = Array.isArray(actor['member']) ? actor['member'] : [];
  return [actor, ...member.filter(isJsonObject)].flatMap((one) => agentIdentity(one) ?? []);
}
