/** Standards whose packages keep what happened with a learning system around them. */
export const scormKinds = ['scorm12', 'scorm2004'] as const;
export type ScormKind = (typeof scormKinds)[number];

/** What can be kept and opened on screen. */
export const playableKinds = [...scormKinds, 'cmi5'] as const;

/** A part of a SCORM package that is opened by itself. */
export interface PackageItem {
  readonly title: string;
  /** Name of its file in the package, as it stands there. */
  readonly file: string;
  /** What follows the name of the file in its address: nothing, or `?` or `#` and more. */
  readonly query: string;
  /** False for one that says nothing of itself (an asset): to have opened it is to have done it. */
  readonly speaks: boolean;
  /** What the package wants to be told when the part is opened; empty for nothing. */
  readonly launchData: string;
  /** As the package states it, from 0 to 100 (1.2) or from -1 to 1 (2004); empty for none. */
  readonly masteryScore: string;
}

/** A SCORM package: its parts in the order in which they stand in it. */
export interface ScormStructure {
  readonly items: readonly PackageItem[];
}
