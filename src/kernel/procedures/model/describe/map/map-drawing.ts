/** One or several stages as a box; all measures in points of the drawing. */
export interface MapBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The names of its stages, broken to fit: the lines of one name belong together. */
  readonly names: readonly (readonly string[])[];
  readonly isFirst: boolean;
  readonly isEnding: boolean;
}

/** A numbered mark on a way. */
export interface MapStep {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** False where a rule behind it is not verified: drawn with a broken ring. */
  readonly isVerified: boolean;
}

/** A line through points; `leads` ends in a box and has a head, the others end in a mark. */
export interface MapLine {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly leads: boolean;
}

/** A way in words: the drawing says nothing that is not here too. */
export interface MapWay {
  /** Null for a way that is not drawn. */
  readonly number: number | null;
  readonly from: string;
  readonly by: readonly string[];
  readonly to: string;
  readonly isVerified: boolean;
}

/** The stages of a track as a layered drawing from top to bottom, and the same in words. */
export interface StageMap {
  readonly track: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly MapBox[];
  readonly steps: readonly MapStep[];
  readonly lines: readonly MapLine[];
  readonly ways: readonly MapWay[];
}

/** Measures of a drawing that everybody who draws it needs. */
export const mapMeasures = { markRadius: 11, lineHeight: 17, boxPadding: 8, nameGap: 6 } as const;

/** Stages that stand in one box, by their ids, with their names. */
export interface BoxedStages {
  readonly stages: readonly string[];
  readonly names: readonly string[];
  readonly isFirst: boolean;
  readonly isEnding: boolean;
}

/** A way that is drawn: from boxes to a box, by their places; from none where it leads from every stage. */
export interface DrawnWay {
  readonly from: readonly number[];
  readonly to: number;
  readonly isVerified: boolean;
}
