/** When a part counts as done (cmi5, 13.1.4). */
export const moveOns = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'] as const;
export type MoveOn = (typeof moveOns)[number];

/** What a part is opened for (cmi5, 10.2.2): to be done, or only to be looked at. */
export const launchModes = ['Normal', 'Browse', 'Review'] as const;
export type LaunchMode = (typeof launchModes)[number];

/** A text in several languages, by language tag; the order is that of the package. */
export type LangTexts = Readonly<Record<string, string>>;

/** A part that can be opened: an assignable unit. */
export interface LaunchUnit {
  readonly kind: 'unit';
  /** The id that its publisher gave it: an address. */
  readonly publisher: string;
  readonly title: LangTexts;
  readonly description: LangTexts;
  readonly activityType: string | null;
  /** Relative to the package, or whole. */
  readonly url: string;
  readonly moveOn: MoveOn;
  /** From 0 to 1; null where no score is asked for. */
  readonly masteryScore: number | null;
  readonly launchMethod: 'AnyWindow' | 'OwnWindow';
  readonly launchParameters: string | null;
  readonly entitlementKey: string | null;
}

/** Parts that belong together; done when all of them are. */
export interface LaunchBlock {
  readonly kind: 'block';
  readonly publisher: string;
  readonly title: LangTexts;
  readonly description: LangTexts;
  readonly children: readonly LaunchNode[];
}

export type LaunchNode = LaunchUnit | LaunchBlock;

/** A course as cmi5 describes it; the course itself is the outermost block. */
export type CourseStructure = LaunchBlock;

/** The parts that can be opened, in the order of the package; their place in this list is their index. */
export function listUnits(node: LaunchNode): readonly LaunchUnit[] {
  return node.kind === 'unit' ? [node] : node.children.flatMap(listUnits);
}

/** The blocks, outer before inner, the course first; their place in this list numbers them. */
export function listBlocks(node: LaunchNode): readonly LaunchBlock[] {
  return node.kind === 'unit' ? [] : [node, ...node.children.flatMap(listBlocks)];
}
