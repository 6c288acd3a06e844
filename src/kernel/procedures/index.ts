/** Procedures as data: counting terms, and where a person stands in a procedure on a day. Pure, no country in the code. */
export type {
  Deadline,
  Fact,
  GuardAnswer,
  Issue,
  JourneyAnswer,
  NextStep,
  Obligation,
  Parameters,
  ProcedureRefusal,
  RefusalCode,
  Requirement,
  Right,
  StageAnswer,
  StageSpan,
  TermResult,
  TermStep,
  Warning,
} from './model/answer.ts';
export type { Calendar, Confidence, DeadlineState, DueType, Pack, Phase, Source } from './model/pack.ts';
