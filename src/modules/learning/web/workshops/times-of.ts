/** When a session begins and ends, as instants. */
export function timesOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): {
  readonly startsAt: Date;
  readonly endsAt: Date;
} {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
