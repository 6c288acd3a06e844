import type { Finding } from './check-value.ts';
import { actor, agent, statement } from './statement-tables.ts';
import type { XapiVersion } from './xapi-version.ts';

/** What is wrong with a statement by the rules of a version; null when it may be kept. */
export function checkStatement(value: unknown, version: XapiVersion): Finding | null {
  return statement(value, version);
}

/** The same for an agent, or where `group` says so for either: they are parameters of requests too. */
export function checkAgent(value: unknown, version: XapiVersion, group = false): Finding | null {
  return group ? actor(value, version) : agent(value, version);
}
