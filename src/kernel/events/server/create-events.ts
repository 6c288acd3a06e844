import type { Tx } from '#platform/server/db';
import type { PublishedEvent } from '../model/published-event.ts';

/** Listens to events of one name, in the transaction that published them; a throw rolls all of it back. */
export interface Subscriber {
  readonly name: PublishedEvent['name'];
  readonly receive: (tx: Tx, event: PublishedEvent) => Promise<void>;
}

/** The way to publish; modules receive it from the composition root. */
export interface Events {
  /** Runs every subscriber of the event's name, in the order of registration, before it returns. */
  publish(tx: Tx, event: PublishedEvent): Promise<void>;
}

/** Joins publishers and subscribers. What nobody listens to is dropped: the log of acts is the audit's. */
export function createEvents(subscribers: readonly Subscriber[]): Events {
  const byName = Map.groupBy(subscribers, ({ name }) => name);
  return {
    publish: async (tx, event) => {
      for (const { receive } of byName.get(event.name) ?? []) await receive(tx, event);
    },
  };
}
