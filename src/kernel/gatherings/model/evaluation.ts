import type { Gathering } from './roster.ts';

/** So many things are asked, each answered from 1 (not at all) to 5 (fully). */
export const evaluationQuestions = 5;
/** Answers are shown in steps of so many: nobody who looks twice can tell whose came between. */
export const evaluationStep = 5;

/** Asked from this long before the end, while people are still in the room. */
const earlyMinutes = 30;
/** And for so many days after it. */
const askedDays = 30;

/** What somebody says of a gathering: an answer to each question, and a few words if they like. */
export interface Evaluation {
  readonly answers: readonly number[];
  readonly words: string | null;
}

/** What many say: for each question how many gave each answer, the lowest first; and the words, in no order of theirs. */
export interface EvaluationSum {
  /** How many answered, shown or not. */
  readonly answered: number;
  /** How many of them are in the counts; 0 where there are too few. */
  readonly shown: number;
  readonly counts: readonly (readonly number[])[];
  readonly words: readonly string[];
}

/** Whether a gathering is asked about: not yet, now, or no more. */
export function evaluationTime({ endsAt }: Pick<Gathering, 'endsAt'>, now: Date): 'early' | 'open' | 'over' {
  const end = endsAt.getTime();
  if (now.getTime() < end - earlyMinutes * 60_000) return 'early';
  return now.getTime() < end + askedDays * 86_400_000 ? 'open' : 'over';
}

/** Adds up what came, in the order in which it came; what does not fill a step is left out. */
export function sumEvaluations(all: readonly Evaluation[]): EvaluationSum {
  const shown = all.length - (all.length % evaluationStep);
  const told = all.slice(0, shown);
  const counts = Array.from({ length: evaluationQuestions }, (_, question) =>
    Array.from({ length: 5 }, (_, at) => told.filter(({ answers }) => answers[question] === at + 1).length),
  );
  const words = told.flatMap((one) => (one.words === null ? [] : [one.words]));
  return { answered: all.length, shown, counts, words: words.toSorted((one, other) => one.localeCompare(other)) };
}
