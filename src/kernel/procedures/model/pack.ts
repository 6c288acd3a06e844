/** How well a value is founded: A newest official text, B official text of 2015-2022, C secondary, GK unverified. */
export type Confidence = 'A' | 'B' | 'C' | 'GK';

/** A cited passage, as answers carry it. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly address: string;
  readonly checkedOn: string;
}

/** Citations of a rule: source id to article. */
export type Citations = Readonly<Record<string, string>>;

/** A rule of a pack rests on something, was checked on a day, and says how sure it is. */
export interface Sourced {
  readonly source: Citations;
  readonly checkedOn: string;
  readonly confidence: Confidence;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** A remark on the rule, message `note.NOTE`: where sources differ, or what was looked for and not found. */
  readonly note?: string;
}

export type FieldKind = 'day' | 'choice' | 'flag' | 'text' | 'period' | 'document';

export interface FieldRule {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Value where the field is left out; `on` means the day of the fact. */
  readonly default?: string | boolean;
}

export interface FactRule {
  readonly name: string;
  readonly group: string;
  readonly repeats?: boolean;
  readonly fields: readonly FieldRule[];
}

/** A kind of fact; `where` asks for one of the given values per field, `permit` for the kind of permit it gave. */
export interface FactPattern {
  readonly name: string;
  readonly where?: Readonly<Record<string, readonly (string | boolean)[]>>;
  readonly permit?: readonly string[];
}

/** The closed language of conditions. Nothing else can be asked, and no code is in a pack. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly fact: readonly FactPattern[];
      readonly unlessLater?: readonly FactPattern[];
      readonly atLeast?: number;
      readonly from?: string;
    }
  | { readonly trigger: readonly FactPattern[] }
  | { readonly triggerFrom: string }
  | { readonly askedFrom: string }
  | { readonly parameter: string; readonly is: string | boolean }
  | { readonly track: string; readonly stage: readonly string[]; readonly outcome?: readonly string[] }
  | { readonly permit: readonly string[] }
  | { readonly permitIs: 'before-last-day' | 'not-ended' | 'ended' }
  | { readonly within: string }
  | {
      readonly deadline: readonly string[];
      readonly state: readonly DeadlineState[];
      readonly of?: readonly FactPattern[];
      readonly latest?: boolean;
    }
  | { readonly meets: readonly string[] }
  | { readonly missedBefore: readonly string[] }
  | { readonly held: readonly string[] }
  | { readonly routeOpen: boolean }
  | { readonly guard: string }
  | { readonly late: readonly FactPattern[] }
  | { readonly backdated: string }
  | { readonly without: readonly FactPattern[]; readonly beforeFirst: readonly FactPattern[] };

/** What a step asks: shown by evidence, met on a later day, or met by what happened. */
/** `name` is what answers call it, where several guards share a name. */
export type GuardRule = { readonly id: string; readonly name?: string } & (
  | { readonly met: Condition; readonly onlyIf?: Condition }
  | { readonly toShow: true; readonly onlyIf?: Condition }
  | { readonly dueOn: string; readonly onDayOf?: readonly FactPattern[] }
);

export type DeadlineState = 'running' | 'met' | 'missed' | 'superseded';
export type DeadlineKind = 'hard' | 'target' | 'soft' | 'duty';
export type DeadlineSense = 'by' | 'end' | 'from';
export type Addressee = 'person' | 'authority';
export type CountMode = 'day-after' | 'same-day' | 'back';
export type ClipMode = 'down' | 'up';

export interface TransitionRule extends Sourced {
  readonly from: readonly string[] | 'any';
  readonly by: readonly FactPattern[];
  readonly when?: Condition;
  /** Left out: the fact is permitted here and moves nothing. */
  readonly to?: string;
  readonly outcome?: string | { readonly field: string };
  readonly guards?: readonly string[];
  readonly warnings?: readonly string[];
  /** Named in `unverified-rule` where the row is not verified. */
  readonly ref?: string;
}

export interface TimerRule extends Sourced {
  readonly from: readonly string[];
  readonly after: readonly string[];
  readonly to: string;
  readonly outcome?: string;
}

export interface StageRule {
  readonly id: string;
  readonly phase?: Phase;
  readonly ending?: boolean;
}

/** What the open layer may say of a stage. */
export type Phase = 'start' | 'reflection' | 'awaiting' | 'permit' | 'extension' | 'remedy' | 'continued' | 'ended';
/** What the open layer may say of a date. */
export type DueType = 'reflection' | 'permit' | 'supplement' | 'remedy' | 'decision' | 'claim' | 'own';

export interface TrackRule {
  readonly id: string;
  readonly initial: string;
  readonly sinceFirstFact?: boolean;
  /** Not told before it has left its initial stage. */
  readonly hiddenAtStart?: boolean;
  readonly stages: readonly StageRule[];
  readonly transitions: readonly TransitionRule[];
  readonly timers: readonly TimerRule[];
  /** Facts that have a row, and that say nothing where there is no row from the present stage. */
  readonly quiet: readonly FactPattern[];
  /** Facts that, when not permitted from these stages, also warn. */
  readonly refusedWith: readonly {
    readonly from: readonly string[];
    readonly by: readonly FactPattern[];
    readonly warning: string;
  }[];
}

export interface PermitRule {
  readonly first: FactPattern;
  readonly kindField: string;
  readonly renewed: FactPattern;
  readonly withdrawn: FactPattern;
  readonly withdrawnOn: readonly string[];
  readonly ends: string;
  readonly gapWarning: string;
}

export type TermChoice = { readonly when?: Condition; readonly term: string };

export type StopRule =
  | {
      readonly at: readonly FactPattern[];
      readonly field?: readonly string[];
      readonly afterRun?: boolean;
      readonly notBeforeEnd?: boolean;
    }
  | { readonly nextRun: true }
  | {
      readonly lapsed: {
        readonly before: readonly FactPattern[];
        readonly grace: readonly FactPattern[];
        readonly within: string;
      };
    };

export interface DeadlineRule extends Sourced {
  readonly ref: string;
  /** Where rules of one ref have titles of their own: the title is message `deadline.REF.WORDS`. */
  readonly words?: string;
  readonly trigger:
    | { readonly fact: readonly FactPattern[]; readonly first?: boolean; readonly timed?: boolean }
    | { readonly permit: readonly string[] }
    | { readonly run: readonly string[] };
  readonly when?: Condition;
  /** Fields in order of preference, or a date of the permit, or the `due` of another deadline. */
  readonly from:
    | { readonly field: readonly string[] }
    | { readonly permit: 'from' | 'until' }
    | { readonly due: string; readonly of: readonly FactPattern[] };
  readonly terms: readonly TermChoice[];
  readonly rule: string;
  readonly count: CountMode;
  readonly clip: ClipMode;
  readonly printed?: string;
  readonly kind: DeadlineKind;
  readonly sense: DeadlineSense;
  readonly addressee: Addressee;
  readonly dueType: DueType;
  readonly met: readonly FactPattern[];
  readonly superseded: readonly FactPattern[];
  /** The first whose condition holds at the trigger replaces the confidence of the rule. */
  readonly confidences?: readonly { readonly when: Condition; readonly confidence: Confidence }[];
  readonly repeats?: { readonly track: string; readonly stage: string; readonly within: readonly string[] };
  readonly lengthened?: { readonly by: FactPattern; readonly field: string; readonly until: readonly FactPattern[] };
  readonly standsStill?: {
    readonly by: FactPattern;
    readonly deadline: string;
    readonly resumed: readonly FactPattern[];
    readonly until: readonly FactPattern[];
  };
  readonly adjourned?: {
    readonly by: FactPattern;
    readonly field?: string;
    readonly add?: string;
    readonly until: readonly FactPattern[];
  };
  readonly onlyIfMissed?: string;
  readonly givesWayTo?: string;
  readonly afterGap?: Confidence;
  readonly stops?: readonly StopRule[];
  readonly post?: { readonly field: string; readonly days: number };
}

export interface NextRule extends Sourced {
  readonly track: string;
  readonly in: readonly string[] | 'any';
  readonly when?: Condition;
  readonly by: string;
  readonly to: string | null;
  readonly route?: string;
  readonly guards: readonly string[];
}

export interface DocumentRule extends Sourced {
  readonly id: string;
  readonly for: string;
  readonly route?: string;
  readonly oneOf?: string;
}

export interface StandingRule extends Sourced {
  readonly id: string;
  readonly when?: Condition;
  readonly allowed?: boolean;
  readonly basis?: string;
  /** Where rules of one id have sentences of their own: it is message `right.ID.WORDS` or `obligation.ID.WORDS`. */
  readonly words?: string;
}

export type WarningValue =
  | { readonly text: string }
  | { readonly field: readonly string[] }
  | { readonly permit: 'last' | 'after-last' }
  | { readonly dayOf: readonly FactPattern[] };

/** What a careful colleague would say. It rests on the rules it is about, or on a source of its own. */
export interface WarningRule extends Partial<Sourced> {
  readonly code: string;
  /** One warning for each such fact; the condition is asked at the end, with the fact as trigger. */
  readonly each?: readonly FactPattern[];
  readonly when?: Condition;
  readonly values?: Readonly<Record<string, WarningValue>>;
}

/**
 * How a value is written and read: `money` and `money-per-day` a whole amount in the money of the country, `count` a
 * whole number, `period` as terms are (`P42D`), `day`, `code` as it is, `choice` a word with a message of its own.
 */
export type FigureUnit = 'money' | 'money-per-day' | 'count' | 'period' | 'day' | 'code' | 'choice';

/** A value and the days on which it holds, both included. No first day: as far back as the pack looks. */
export interface KnownValue extends Sourced {
  readonly value: string | number;
}

/** Days for which the value was looked for and not found. It is said, so that nobody takes a gap for an oversight. */
export interface UnknownValue {
  readonly unknown: true;
  readonly checkedOn: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly note?: string;
}

/** A dated value of the law: a fee, an amount, the regime that holds. */
export interface FigureRule {
  readonly id: string;
  readonly unit: FigureUnit;
  /** Facts whose day picks the value: the list in force on the day of the application. Left out: the day asked. */
  readonly asOf?: readonly FactPattern[];
  readonly values: readonly (KnownValue | UnknownValue)[];
}

/** Who is in charge of what, in stages of a track. Messages `who.WHO` and `does.ID`. */
export interface ChargeRule extends Sourced {
  readonly id: string;
  readonly who: string;
  readonly track: string;
  readonly in: readonly string[] | 'any';
  /** Only for cases with this property. */
  readonly onlyIf?: { readonly parameter: string; readonly is: string | boolean };
}

export interface HolidayRule {
  readonly name: string;
  readonly month?: number;
  readonly day?: number;
  readonly easter?: number;
  readonly days?: readonly string[];
  /** The day before is kept where the day falls on this weekday (1 Monday to 7 Sunday). */
  readonly earlierOn?: number;
  /** That these are days off was not verified: where they move a last day, the answer also says the day without them. */
  readonly unverified?: boolean;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface CountingRule {
  readonly id: string;
  readonly moves: boolean;
  readonly longest?: { readonly days: number; readonly weeks: number; readonly months: number; readonly years: number };
  readonly minimum?: { readonly length: number; readonly open: number };
  readonly sources?: Readonly<Record<string, string>>;
}

export interface Calendar {
  readonly timeZone: string;
  readonly decreedFrom: number;
  readonly decreedUntil: number;
  readonly undecreedConfidence: Confidence;
  readonly holidays: readonly HolidayRule[];
  readonly rules: readonly CountingRule[];
}

/** Messages of one language by key, with `{name}` places. */
export type PackTexts = Readonly<Record<string, string>>;

/** A released procedure pack: plain, frozen data, the same bytes for everyone. */
export interface Pack {
  readonly id: string;
  readonly country: string;
  readonly version: string;
  readonly validFrom: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly choices?: readonly string[];
    readonly default: string | boolean;
  }[];
  readonly calendar: Calendar;
  readonly facts: readonly FactRule[];
  readonly usesFacts: readonly string[];
  readonly supersedeAll: readonly FactPattern[];
  readonly permits?: PermitRule;
  readonly tracks: readonly TrackRule[];
  readonly guards: readonly GuardRule[];
  readonly deadlines: readonly DeadlineRule[];
  readonly next: readonly NextRule[];
  readonly documentIds: readonly string[];
  readonly documents: readonly DocumentRule[];
  readonly alsoHeldBy: Readonly<Record<string, readonly FactPattern[]>>;
  readonly documentHeld?: FactPattern;
  readonly listedIn: Readonly<Record<string, readonly string[]>>;
  readonly rights: readonly StandingRule[];
  readonly obligations: readonly StandingRule[];
  readonly warnings: readonly WarningRule[];
  /** Versions frozen before packs had figures and people go without. */
  readonly figures?: readonly FigureRule[];
  readonly people?: readonly ChargeRule[];
  readonly sources: Readonly<Record<string, { readonly title: string; readonly address: string }>>;
  readonly texts: Readonly<Record<string, PackTexts>>;
}
