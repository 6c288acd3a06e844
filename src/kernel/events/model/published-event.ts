import type { TenantId } from '#platform/base';

/** Something that happened, named in the past: `case.accepted`, `due.met`. */
export interface PublishedEvent {
  readonly name: `${string}.${string}`;
  readonly tenant: TenantId;
  /** The id of what it happened to. */
  readonly subject: string;
  /** Further ids and stable codes by name; a reader of the event log must learn nothing else. */
  readonly codes?: Readonly<Record<string, string>>;
}
