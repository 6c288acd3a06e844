import { addDays, type CivilDate } from '#platform/base';
import { wordedKey, type Confidence, type Deadline, type JourneyAnswer, type PlainWords } from '#kernel/procedures';
import { directionOf, formatDayIn } from '#kernel/languages';

/** A sentence of the sheet: which message it is, its words, and the language they are in. */
export interface Said {
  readonly key: string;
  readonly text: string;
  readonly language: string;
}

/** One point of the sheet. */
export interface SheetLine {
  /** What it is about, where several things run side by side. */
  readonly about: Said | null;
  readonly what: Said;
  /** By when, until when, from when. */
  readonly when: Said | null;
  /** The rule behind it is secondary, dated or not verified. */
  readonly doubt: boolean;
}

export const sheetSections = ['where', 'next', 'rights', 'duties', 'ask', 'keep'] as const;
export type SheetSectionName = (typeof sheetSections)[number];

export interface SheetSection {
  readonly name: SheetSectionName;
  readonly title: Said;
  readonly lines: readonly SheetLine[];
}

/** The sheet for the person: every word of it is a plain word of the packs, and nothing else of the case is in it. */
export interface Sheet {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the window is called meanwhile: browsers print it, and offer it as a file name. */
  readonly windowTitle: string;
  readonly title: Said;
  readonly sections: readonly SheetSection[];
  readonly doubt: Said;
  /** When it was made, or that things change. */
  readonly made: Said;
  /** What to say where lines were left out; null where all are there. */
  readonly left: Said | null;
}

export interface SheetChoice {
  readonly on: CivilDate;
  /** Whether days are written: they tell whoever finds the paper when something happens. */
  readonly dates: boolean;
  /** The track on which the person's stay hangs: told first. */
  readonly first?: string | undefined;
}

/** Days for which a last day that passed is still told: some can be repaired. */
const daysRepairable = 28;

/**
 * The sheet of an answer. Deterministic; a stage, right, duty, step or date without plain words becomes one general line
 * that names the lawyer, never the words of the pack: those name what happened.
 */
export function buildSheet(answer: JourneyAnswer, words: PlainWords, { on, dates, first }: SheetChoice): Sheet {
  const teller = tellerOf(words, dates);
  const { tell, line } = teller;
  const needsPapers = answer.documents.some(({ state }) => state === 'needed');
  const needsLawyer = answer.warnings.length > 0 || answer.issues.length > 0;
  const lines: Readonly<Record<SheetSectionName, readonly SheetLine[]>> = {
    where: answer.stages
      .toSorted((left, right) => Number(right.track === first) - Number(left.track === first))
      .flatMap(({ track, stage, since, because }) =>
        since === null ? [] : [line('where', `stage.${track}.${stage}`, because?.confidence, `track.${track}`)],
      ),
    next: nextLines(answer, teller, on),
    rights: answer.rights.map(({ id, allowed, words: own, confidence }) =>
      line('rights', wordedKey(`right.${id}${allowed ? '' : '.not'}`, own), confidence),
    ),
    duties: answer.obligations.map(({ id, words: own, confidence }) =>
      line('duties', wordedKey(`duty.${id}`, own), confidence),
    ),
    ask: ['lawyer', ...(needsLawyer ? ['points'] : []), 'helper', 'emergency'].flatMap((id) =>
      words.find(`ask.${id}`) === null ? [] : [line('ask', `ask.${id}`)],
    ),
    keep: ['letters', 'card', ...(needsPapers ? ['papers'] : []), 'sheet'].map((id) => line('keep', `keep.${id}`)),
  };
  return {
    language: words.language,
    direction: directionOf(tell('sheet.title').language),
    windowTitle: tell('window.title').text,
    title: tell('sheet.title'),
    sections: sheetSections
      .map((name) => ({ name, title: tell(`section.${name}`), lines: once(lines[name]) }))
      .filter((section) => section.lines.length > 0),
    doubt: tell('doubt'),
    made: dates ? tell('made', { day: on }) : tell('made.undated'),
    left: null,
  };
}

/** The line that says how many points are not on the paper. */
export function sayLeft(words: PlainWords, count: number): Said {
  return tellerOf(words, true).tell('more', { count: String(count) });
}

/** All sentences of a sheet in the order in which they are read. */
export function sentencesOf(sheet: Sheet): readonly Said[] {
  const ofLine = ({ about, what, when, doubt }: SheetLine): readonly Said[] => [
    ...(about === null ? [] : [about]),
    what,
    ...(when === null ? [] : [when]),
    ...(doubt ? [sheet.doubt] : []),
  ];
  return [
    sheet.title,
    ...sheet.sections.flatMap(({ title, lines }) => [title, ...lines.flatMap(ofLine)]),
    ...(sheet.left === null ? [] : [sheet.left]),
    sheet.made,
  ];
}

interface Teller {
  tell(key: string, values?: Readonly<Record<string, string>>): Said;
  line(section: SheetSectionName, key: string, confidence?: Confidence, about?: string): SheetLine;
  when(deadline: Deadline): Said;
}

function tellerOf(words: PlainWords, dates: boolean): Teller {
  const tell: Teller['tell'] = (key, values = {}) => {
    const found = words.find(key);
    // Every fixed key has English words, which a test holds; the key itself would still say nothing of the person.
    if (found === null) return { key, text: key, language: 'en' };
    const text = found.text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      // Days of the engine have the form of days.
      return value === undefined ? place : name === 'day' ? formatDayIn(value as CivilDate, found.language) : value;
    });
    return { key, text, language: found.language };
  };
  return {
    tell,
    line: (section, key, confidence = 'A', about) => ({
      about: about === undefined || words.find(about) === null ? null : tell(about),
      what: tell(words.find(key) === null ? `other.${section}` : key),
      when: null,
      doubt: confidence === 'C' || confidence === 'GK',
    }),
    when: ({ addressee, sense, state, due }) => {
      const kind = state === 'missed' ? 'passed' : sense === 'by' && addressee === 'authority' ? 'answer' : sense;
      return dates ? tell(`when.${kind}`, { day: due.slice(0, 10) }) : tell(`undated.${kind}`);
    },
  };
}

/** First what the person's side does by a day, then what others do, then what else is possible now. */
function nextLines(answer: JourneyAnswer, teller: Teller, on: CivilDate): readonly SheetLine[] {
  const told = answer.deadlines.filter(
    ({ state, addressee, due }) =>
      state === 'running' ||
      (state === 'missed' && addressee === 'person' && due.slice(0, 10) >= addDays(on, -daysRepairable)),
  );
  const dated = (whose: Deadline['addressee']): readonly SheetLine[] =>
    told
      .filter(({ addressee }) => addressee === whose)
      .map((deadline) => ({
        ...teller.line('next', wordedKey(`date.${deadline.ref}`, deadline.words), deadline.confidence),
        when: teller.when(deadline),
      }));
  const own = dated('person');
  const steps = answer.next
    .filter(({ open }) => open)
    .map(({ by, confidence }) => teller.line('next', `step.${by}`, confidence));
  const none = own.length === 0 ? [teller.line('next', 'next.none')] : [];
  return [...own, ...none, ...dated('authority'), ...steps];
}

/** Each sentence once: of what comes back every month only the next is told; doubt about one of them is told. */
function once(lines: readonly SheetLine[]): readonly SheetLine[] {
  const keyOf = ({ about, what, when }: SheetLine): string =>
    `${about?.text ?? ''} ${what.text} ${when?.key.endsWith('passed') ? 'passed' : ''}`;
  const kept = new Map<string, SheetLine>();
  for (const line of lines) {
    const before = kept.get(keyOf(line));
    kept.set(keyOf(line), before === undefined ? line : { ...before, doubt: before.doubt || line.doubt });
  }
  return [...kept.values()];
}
