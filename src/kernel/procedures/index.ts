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
export type {
  Calendar,
  ChargeRule,
  Condition,
  Confidence,
  DeadlineRule,
  DeadlineState,
  DueType,
  FactPattern,
  FactRule,
  FieldKind,
  FieldRule,
  FigureRule,
  FigureUnit,
  Pack,
  Phase,
  Source,
  StopRule,
} from './model/pack.ts';
export { figureOn, figuresOn, type FigureOn, type FigureValue } from './model/figures/figures-on.ts';
export { peopleIn, type Charge } from './model/people/people-in.ts';
export { journey, type JourneyInput, type JourneyOptions } from './model/journey/journey.ts';
export { compareAnswers, type AnswerDifference, type DateSeen } from './model/compare-answers.ts';
export { term, type TermGround, type TermInput } from './model/term/term.ts';
export { releasedPacks } from './model/released-packs.ts';
export { wordedKey } from './model/say.ts';
export { packText } from './model/pack-text.ts';
export { plainLanguages, plainWordsFor, type PlainText, type PlainWords } from './model/plain-words.ts';
export { compareVersions, findPack } from './model/find-pack.ts';
export { dueTypeOf, phaseOf, phaseOfAnswer } from './model/describe/open-words.ts';
export { factFormOf, factNames, type FactForm, type FormField } from './model/describe/fact-form.ts';
export {
  describeDay,
  describeDeadline,
  type DescribedLine,
  describeDocument,
  describeFact,
  describeGuard,
  describeNext,
  describeRoute,
  describeStage,
  requirementsOf,
  termGroundOf,
  type DeadlineDescription,
} from './model/describe/describe.ts';
export { describePack, titleOfPack } from './model/describe/pack/describe-pack.ts';
export { dateAnchor } from './model/describe/pack/date-anchor.ts';
export { packWords } from './model/describe/pack/pack-teller.ts';
export type {
  DescribedRule,
  PackChapter,
  PackDocument,
  PackSection,
  PackSentence,
  PackTable,
  RuleLink,
  SourceNote,
} from './model/describe/pack/pack-document.ts';
export { mapStages } from './model/describe/map/map-stages.ts';
export { mapMeasures } from './model/describe/map/map-drawing.ts';
export type { MapBox, MapLine, MapStep, MapWay, StageMap } from './model/describe/map/map-drawing.ts';
export { localTimeText, readLocalTime } from './model/term/local-time.ts';
