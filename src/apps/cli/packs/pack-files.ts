/** The parsed YAML of one pack and of its country, by file name without ending. */
export interface PackFiles {
  readonly country: string;
  readonly calendar: unknown;
  readonly vocabulary: unknown;
  readonly countryTexts: Readonly<Record<string, unknown>>;
  readonly pack: unknown;
  readonly facts: unknown;
  readonly sources: unknown;
  readonly stages: unknown;
  readonly deadlines: unknown;
  readonly documents: unknown;
  readonly standing: unknown;
  readonly figures: unknown;
  readonly people: unknown;
  readonly texts: Readonly<Record<string, unknown>>;
}
