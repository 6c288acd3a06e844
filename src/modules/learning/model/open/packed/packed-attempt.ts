import type { AttemptEvent } from '../attempt/attempt-event.ts';
import { foldAttempt, placeOf, type AttemptState } from '../attempt/fold-attempt.ts';
import { mergeEvents } from '../attempt/merge-events.ts';
import type { ReleasedCourse } from '../release/released-course.ts';
import { createBitReader, createBitWriter, widthOf } from './bit-text.ts';
import { packedPlaces, type PackedPlace } from './packed-places.ts';

type PackedCourse = Pick<ReleasedCourse, 'digest' | 'scenes' | 'workplaces'>;

/** A run as a system keeps it that gives little room: what anything hangs on, and nothing of how it came about. */
export interface UnpackedAttempt {
  readonly seed: string;
  readonly events: readonly Omit<AttemptEvent, 'attempt' | 'device'>[];
}

const version = 1;
/** Everything that is unpacked was done before whatever comes now. */
const before = '2000-01-01T00:00:00.000Z';

/**
 * Writes a run as a short text (learning design, 7.1): a bit string in base64url with a version and a mark of the course. `seed` is an
 * id of ours. What fits no code of the course is left out.
 */
export function packAttempt(course: PackedCourse, seed: string, events: readonly AttemptEvent[]): string {
  const state = foldAttempt(mergeEvents(events));
  const writer = createBitWriter();
  writer.put(version, 4);
  writer.put(markOf(course.digest), 16);
  for (const digit of seed.replaceAll('-', '').padEnd(32, '0').slice(0, 32)) writer.put(Number.parseInt(digit, 16), 4);
  const place = (index: number, count: number): void => writer.put(index + 1, widthOf(count + 1));
  place(
    course.workplaces.findIndex(({ id }) => id === state.workplace),
    course.workplaces.length,
  );
  const at = course.scenes.findIndex(({ id }) => id === state.place?.scene);
  place(at, course.scenes.length);
  const places = packedPlaces(course);
  const here = placesIn(places, course.scenes[at]?.id);
  place(
    here.findIndex(({ name }) => name === state.place?.block),
    here.length,
  );
  for (const { id } of course.scenes)
    for (const set of [state.opened, state.finished, state.skipped]) writer.put(set.has(id) ? 1 : 0, 1);
  for (const one of places) putPlace(writer, one, state);
  return writer.text();
}

/** Reads it again; null where it is of another version of the course, or no such text at all. */
export function unpackAttempt(course: PackedCourse, text: string): UnpackedAttempt | null {
  const reader = createBitReader(text);
  if (reader.take(4) !== version || reader.take(16) !== markOf(course.digest)) return null;
  const digits = Array.from({ length: 32 }, () => reader.take(4) ?? 0);
  const seed = digits
    .map((digit) => digit.toString(16))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const index = (count: number): number => (reader.take(widthOf(count + 1)) ?? 0) - 1;
  const workplace = course.workplaces[index(course.workplaces.length)]?.id ?? null;
  const scene = course.scenes[index(course.scenes.length)]?.id;
  const places = packedPlaces(course);
  const here = placesIn(places, scene);
  const block = here[index(here.length)]?.name ?? null;
  const steps: Step[] = [];
  const first = course.scenes[0]?.id ?? '';
  if (workplace !== null) steps.push({ scene: first, block: null, kind: 'workplace', options: [workplace] });
  for (const { id } of course.scenes)
    for (const kind of ['opened', 'finished', 'skipped'] as const)
      if (reader.take(1) === 1) steps.push({ scene: id, block: null, kind, options: [] });
  for (const one of places) steps.push(...takePlace(reader, one));
  const ordered = [...steps.filter((step) => step.scene === scene), ...steps.filter((step) => step.scene !== scene)];
  // What comes last is where somebody is; what else they did in that scene must not tell of a place in it.
  if (scene !== undefined) ordered.push({ scene, block, kind: block === null ? 'opened' : 'reached', options: [] });
  // One more bit than there is: then the text was cut off somewhere.
  if (reader.take(0) === null) return null;
  return { seed, events: ordered.map((step, at) => ({ ...step, seq: at + 1, at: before })) };
}

/** As many signs as the fullest run of a course takes, whatever somebody does. */
export function longestPacked(course: PackedCourse): number {
  const places = packedPlaces(course);
  const most = Math.max(0, ...course.scenes.map(({ id }) => placesIn(places, id).length));
  const head = 4 + 16 + 128 + widthOf(course.workplaces.length + 1) + widthOf(course.scenes.length + 1);
  const bits = places.reduce((sum, one) => sum + bitsOf(one), head + widthOf(most + 1) + 3 * course.scenes.length);
  return Math.ceil(bits / 6);
}

type Step = Omit<UnpackedAttempt['events'][number], 'seq' | 'at'>;
const flags = ['opened', 'reached', 'shown', 'skipped'] as const;

function placesIn(places: readonly PackedPlace[], scene: string | undefined): readonly PackedPlace[] {
  return places.filter((one) => one.scene === scene);
}

function putPlace(writer: ReturnType<typeof createBitWriter>, place: PackedPlace, state: AttemptState): void {
  const where = placeOf(place.scene, place.name);
  for (const flag of flags) writer.put(state[flag].has(where) ? 1 : 0, 1);
  const list = (codes: readonly string[], longest: number, answer: readonly string[]): void => {
    const known = answer.flatMap((one) => (codes.includes(one) ? codes.indexOf(one) : [])).slice(0, longest);
    writer.put(known.length, widthOf(longest + 1));
    for (const code of known) writer.put(code, widthOf(codes.length));
  };
  const answers = place.keep(state.answers.get(where) ?? []);
  const kept = answers.slice(Math.max(0, answers.length - place.kept));
  writer.put(kept.length, widthOf(place.kept + 1));
  for (const answer of kept) list(place.codes, place.longest, answer);
  const shown = state.shownLast.get(where);
  writer.put(shown === undefined ? 0 : 1, 1);
  if (shown !== undefined) list(place.shown, place.shown.length, shown);
}

function takePlace(reader: ReturnType<typeof createBitReader>, place: PackedPlace): readonly Step[] {
  const { scene, name: block } = place;
  const has = new Map(flags.map((flag) => [flag, reader.take(1) === 1]));
  const list = (codes: readonly string[], longest: number): readonly string[] => {
    const length = Math.min(reader.take(widthOf(longest + 1)) ?? 0, longest);
    return Array.from({ length }, () => codes[reader.take(widthOf(codes.length)) ?? 0]).filter(
      (one) => one !== undefined,
    );
  };
  const count = Math.min(reader.take(widthOf(place.kept + 1)) ?? 0, place.kept);
  const answers = Array.from({ length: count }, () => list(place.codes, place.longest));
  const shown = reader.take(1) === 1 ? list(place.shown, place.shown.length) : null;
  const plain = (['opened', 'reached', 'skipped'] as const).filter((flag) => has.get(flag) === true);
  const steps: Step[] = plain.map((kind) => ({ scene, block, kind, options: [] }));
  // What was shown before the last answer is no longer what stands there.
  if (has.get('shown') === true && shown === null) steps.push({ scene, block, kind: 'shown', options: [] });
  for (const options of answers) steps.push({ scene, block, kind: 'answered', options });
  if (shown !== null) steps.push({ scene, block, kind: 'shown', options: shown });
  return steps;
}

function bitsOf({ codes, longest, shown, kept }: PackedPlace): number {
  const list = (alphabet: number, most: number): number => widthOf(most + 1) + most * widthOf(alphabet);
  return flags.length + widthOf(kept + 1) + kept * list(codes.length, longest) + 1 + list(shown.length, shown.length);
}

/** Sixteen bits of a digest, so that what another version wrote is not read as this one's. */
function markOf(digest: string): number {
  let mark = 0x81_1c;
  for (const sign of digest) mark = ((mark ^ (sign.codePointAt(0) ?? 0)) * 0x01_93) & 0xff_ff;
  return mark;
}
