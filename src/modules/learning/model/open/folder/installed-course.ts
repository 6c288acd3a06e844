import type { PartId } from '../source/part-id.ts';

/** A course of this installation, as authors choose from. */
export interface InstalledCourse {
  readonly id: PartId;
  readonly version: string;
  readonly digest: string;
  /** By language. */
  readonly titles: Readonly<Record<string, string>>;
}

/** The folder of a course as the build took it along: text files by path, pictures by name, their bytes as base64url. */
export interface InstalledFolder {
  readonly files: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, string>>;
}
