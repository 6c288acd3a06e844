/** One thing that was looked at: good, worth knowing, or in the way of a start. */
export interface Finding {
  readonly state: 'good' | 'note' | 'WRONG';
  readonly what: string;
  /** What to do about it. */
  readonly advice?: string;
}
