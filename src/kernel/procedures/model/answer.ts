import type { Addressee, Confidence, DeadlineKind, DeadlineSense, DeadlineState, CountMode, Source } from './pack.ts';

/** Something that happened on a day, as people gave it. Fields besides these are those of its kind. */
export interface Fact {
  readonly fact: string;
  readonly on: string;
  readonly at?: string;
  readonly id?: string;
  readonly recorded?: string;
  readonly replaces?: string;
  readonly void?: boolean;
  readonly note?: string;
  readonly [field: string]: string | boolean | undefined;
}

export type Parameters = Readonly<Record<string, string | boolean>>;

/** Why an input is not answered: a stable code, a sentence, and where in the input. */
export interface ProcedureRefusal {
  readonly type: 'ProcedureRefused';
  readonly code: RefusalCode;
  readonly message: string;
  readonly path?: string;
}

export type RefusalCode =
  | 'json-malformed'
  | 'pack-unknown'
  | 'parameter-unknown'
  | 'fact-unknown'
  | 'field-unknown'
  | 'field-missing'
  | 'field-malformed'
  | 'date-malformed'
  | 'period-malformed'
  | 'rule-unknown'
  | 'time-needed'
  | 'time-nonexistent'
  | 'fact-id-unknown'
  | 'fact-id-duplicate'
  | 'replaces-cycle';

export type StepCode =
  | 'start'
  | 'count'
  | 'clip'
  | 'excluded'
  | 'weekend'
  | 'holiday'
  | 'minimum-days'
  | 'end'
  | 'lengthened'
  | 'standstill'
  | 'adjourned'
  | 'printed';

/** One line of "why this date". */
export interface TermStep {
  readonly code: StepCode;
  readonly date?: string;
  readonly name?: string;
  readonly reason?: string;
  readonly text: string;
  readonly source?: string;
}

export interface Warning {
  readonly code: string;
  readonly text: string;
  readonly [value: string]: string | { readonly fact: string; readonly on: string };
}

export interface TermResult {
  readonly from: string;
  readonly period: string;
  readonly rule: string;
  readonly count: CountMode;
  readonly firstDay?: string;
  readonly nominalDue: string;
  readonly due: string;
  readonly moved: boolean;
  readonly steps: readonly TermStep[];
  readonly confidence: Confidence;
  readonly warnings: readonly Warning[];
}

interface Founded {
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

export type Because = (
  { readonly fact: string; readonly on: string } | { readonly timer: string; readonly due: string }
) &
  Founded;

export interface StageAnswer {
  readonly pack: string;
  readonly track: string;
  readonly stage: string;
  readonly title: string;
  readonly since: string | null;
  readonly outcome?: string;
  readonly because: Because | null;
}

export interface StageSpan {
  readonly track: string;
  readonly stage: string;
  readonly from: string;
  /** The day the next stage began; null for the stage one is in. */
  readonly to: string | null;
}

/** A dated rule as it stands on the day asked. */
export interface Deadline extends Founded {
  readonly id: string;
  readonly ref: string;
  /** Which of several titles of the ref this is, where it has one of its own. */
  readonly words?: string;
  readonly pack: string;
  readonly title: string;
  readonly due: string;
  readonly nominalDue: string;
  readonly kind: DeadlineKind;
  readonly sense: DeadlineSense;
  readonly addressee: Addressee;
  readonly state: DeadlineState;
  readonly metOn?: string;
  readonly trigger: { readonly fact: string; readonly on: string };
  readonly steps: readonly TermStep[];
}

export type GuardState = 'met' | 'unmet' | 'to-show' | 'due-on';

export interface GuardAnswer {
  readonly id: string;
  readonly state: GuardState;
  readonly on?: string;
}

export interface NextStep extends Founded {
  readonly by: string;
  /** The stage it leads to; null where the step moves no track. */
  readonly to: string | null;
  readonly route?: string;
  readonly open: boolean;
  readonly guards: readonly GuardAnswer[];
}

export interface Requirement extends Founded {
  readonly id: string;
  readonly for: string;
  readonly route?: string;
  readonly oneOf?: string;
  readonly state: 'held' | 'needed';
  readonly why: string;
}

export interface Right extends Founded {
  readonly id: string;
  readonly allowed: boolean;
  readonly basis?: string;
  /** Which of several sentences of the id this is, where it has one of its own. */
  readonly words?: string;
  readonly text: string;
}

export interface Obligation extends Founded {
  readonly id: string;
  readonly words?: string;
  readonly text: string;
}

export interface Issue {
  readonly code: 'not-permitted' | 'duplicate' | 'contradiction';
  readonly fact: Fact;
  readonly stage?: string;
}

/** Where a person stands on a day, and what follows. All arrays have a fixed order. */
export interface JourneyAnswer {
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly on: string;
  readonly parameters: Parameters;
  readonly stages: readonly StageAnswer[];
  readonly history: readonly StageSpan[];
  readonly deadlines: readonly Deadline[];
  readonly next: readonly NextStep[];
  readonly documents: readonly Requirement[];
  readonly rights: readonly Right[];
  readonly obligations: readonly Obligation[];
  readonly warnings: readonly Warning[];
  readonly issues: readonly Issue[];
  readonly pending: readonly Fact[];
  readonly corrected: readonly { readonly fact: Fact; readonly by: string | null }[];
}
