/** What a package is, by what is in it. */
export type PackageKind = 'scorm12' | 'scorm2004' | 'cmi5' | 'common-cartridge' | 'h5p' | 'aicc' | 'unknown';

/** Codes for which a package is not taken (learning design, 7.2). */
export type PackageRefusal =
  | 'not-a-zip'
  | 'encrypted'
  | 'unsafe-path'
  | 'link-entry'
  | 'duplicate-entry'
  | 'too-many-files'
  | 'too-large'
  | 'too-dense'
  | 'corrupt-entry'
  | 'no-manifest'
  | 'manifest-not-at-root'
  | 'manifest-empty'
  | 'manifest-invalid'
  | 'xml-doctype'
  | 'aicc-not-supported'
  | 'nothing-to-launch'
  | 'launch-file-missing'
  | 'unknown-kind'
  | 'cmi5-iri'
  | 'cmi5-duplicate-id'
  | 'cmi5-url-invalid'
  | 'cmi5-relative-url'
  | 'cmi5-reserved-parameter'
  | 'cmi5-schema'
  | 'h5p-json'
  | 'h5p-schema'
  | 'h5p-library-name'
  | 'h5p-library-missing'
  | 'h5p-file-missing'
  | 'h5p-core-too-new';

/** Codes of what is taken all the same. */
export type PackageWarning =
  | 'file-missing'
  | 'no-organization'
  | 'not-converted'
  | 'nothing-to-convert'
  | 'svg-with-script'
  | 'cross-frame'
  | 'sequencing-ignored'
  | 'remote-activity'
  | 'large';

/** Something found in a package, in a sentence for whoever made it. */
export type PackageProblem = {
  readonly message: string;
  /** The file or the id it is about; at most 80 characters of it. */
  readonly where?: string;
} & (
  | { readonly level: 'refusal'; readonly code: PackageRefusal }
  | { readonly level: 'warning'; readonly code: PackageWarning }
);

/** What `baken package inspect` answers. */
export interface PackageReport {
  /** Nothing was refused. */
  readonly ok: boolean;
  readonly kind: PackageKind;
  readonly title: string | null;
  /** How many things there are to launch or to take over. */
  readonly activities: number;
  readonly problems: readonly PackageProblem[];
}

/** A problem for which the package is not taken. */
export function refused(code: PackageRefusal, message: string, where?: string): PackageProblem {
  return { level: 'refusal', code, message, ...placeOf(where) };
}

/** A problem with which it is taken. */
export function warned(code: PackageWarning, message: string, where?: string): PackageProblem {
  return { level: 'warning', code, message, ...placeOf(where) };
}

/** A problem as it is kept and told to pages, which have a sentence of their own for each code. */
export function bareProblem({ level, code, where }: PackageProblem) {
  return { level, code, where: where ?? null };
}

/** No more of what a package says is repeated than this. */
const echoed = 80;

function placeOf(where: string | undefined): { readonly where?: string } {
  if (where === undefined) return {};
  // What cannot be seen must not move a cursor or a line on somebody's screen.
  const plain = where.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
  return { where: plain.length > echoed ? `${plain.slice(0, echoed - 1)}…` : plain };
}
