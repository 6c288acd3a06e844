import { resolve } from 'node:path';
import { compareUnits, isCourseError, needsWord, type ComparedUnit } from '#modules/learning';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { answered, foundSomething, printJson, printLines, refuseWords } from '../commands/answers.ts';
import type { CommandWords } from '../commands/words.ts';
import { checkCourseFolder } from './check-course-folder.ts';
import { openCourse, type CourseOnDisk } from './course-on-disk.ts';
import { courseUnits } from './course-units.ts';
import { takeUnit } from './take-unit.ts';
import { retireNames } from './retire-names.ts';
import { readLock, writeLock, type UpstreamLock } from './upstream-lock.ts';

export const diffUsage = `usage: baken course diff --course ID --upstream PATH [--all] [--json]
       baken course diff --course ID --upstream PATH --take|--keep|--later UNIT[,UNIT…] [--json]`;

/**
 * `baken course diff`: what changed in an original since it was adapted, unit by unit, and what becomes of it: taken, kept as it is here, or put off
 * (learning design, 2.6). A unit that ends in an asterisk names all that begin like it. What was put off stays listed.
 */
export async function runDiff(words: CommandWords): Promise<number> {
  const { values, flags } = words;
  const [named, upstream] = [values.get('course'), values.get('upstream')];
  if (named === undefined || upstream === undefined) return refuseWords(diffUsage);
  const ours = openCourse(named);
  const theirs = openCourse(resolve(upstream));
  const lock = ours === null ? null : readLock(ours.folder);
  if (ours === null || lock === null) return refuseWords('There is no adaptation that could be read.', 'course');
  if (theirs === null || theirs.source.course.id !== lock.original)
    return refuseWords('That is not the original of this adaptation.', 'upstream');
  const asked = (['take', 'keep', 'later'] as const).flatMap((act) => {
    const units = values.get(act);
    return units === undefined ? [] : [{ act, wanted: units.split(',') }];
  });
  const compared = await compare(ours, theirs, lock);
  const [choice] = asked;
  if (choice === undefined) return tell(compared, { all: flags.has('all'), json: flags.has('json') });
  if (asked.length > 1) return refuseWords(diffUsage);
  return decide(choice, compared, { ours, theirs, lock, json: flags.has('json') });
}

async function compare(ours: CourseOnDisk, theirs: CourseOnDisk, lock: UpstreamLock): Promise<readonly ComparedUnit[]> {
  const [here, there] = await Promise.all([ours, theirs].map(({ folder, source }) => courseUnits(folder, source)));
  const base = new Map(Object.entries(lock.units));
  return compareUnits({ base, ours: here ?? new Map(), theirs: there ?? new Map() }, lock.later);
}

function tell(
  compared: readonly ComparedUnit[],
  { all, json }: { readonly all: boolean; readonly json: boolean },
): number {
  const shown = all ? compared : compared.filter(({ state }) => state !== 'same');
  const open = compared.filter(({ state, later }) => needsWord(state) && !later);
  if (json) printJson({ units: shown, open: open.length });
  else
    printLines([
      ...shown.map(({ unit, state, later }) => `${state}${later ? ' (later)' : ''} ${unit}`),
      `${String(open.length)} to decide on`,
    ]);
  return open.length === 0 ? answered : foundSomething;
}

interface Deciding {
  readonly ours: CourseOnDisk;
  readonly theirs: CourseOnDisk;
  readonly lock: UpstreamLock;
  readonly json: boolean;
}

async function decide(
  { act, wanted }: { readonly act: 'take' | 'keep' | 'later'; readonly wanted: readonly string[] },
  compared: readonly ComparedUnit[],
  { ours, theirs, lock, json }: Deciding,
): Promise<number> {
  const fits = (unit: string): boolean =>
    wanted.some((one) => (one.endsWith('*') ? unit.startsWith(one.slice(0, -1)) : unit === one));
  const chosen = compared.filter(({ unit, state }) => fits(unit) && needsWord(state)).map(({ unit }) => unit);
  if (chosen.length === 0) return refuseWords('Nothing of that is to be decided on.', act);
  // Scenes before their blocks: with a scene that is new come all of them.
  const ordered = chosen.toSorted((a, b) => Number(b.startsWith('scene:')) - Number(a.startsWith('scene:')));
  if (act === 'take')
    for (const unit of ordered) {
      const now = openCourse(ours.folder) ?? ours;
      takeUnit(unit, now, theirs);
    }
  if (act === 'take') retireNames(ours, theirs);
  const units = act === 'later' ? lock.units : await follow(lock, theirs, chosen);
  const later =
    act === 'later' ? [...new Set([...lock.later, ...chosen])] : lock.later.filter((one) => !chosen.includes(one));
  const version = theirs.source.course.version;
  writeLock(ours.folder, { ...lock, version, units, later });
  const findings = checkCourseFolder(ours.folder, dayInAmsterdam(systemClock.now())).filter(isCourseError);
  if (json) printJson({ ok: findings.length === 0, act, units: chosen, findings });
  else
    printLines([
      ...chosen.map((unit) => `${act} ${unit}`),
      ...findings.map(({ file, line, code, text }) => `${file}:${String(line)} ${code} ${text}`),
    ]);
  return findings.length === 0 ? answered : foundSomething;
}

/** From now on these units are compared with what the original is today. */
async function follow(
  lock: UpstreamLock,
  theirs: CourseOnDisk,
  chosen: readonly string[],
): Promise<UpstreamLock['units']> {
  const there = await courseUnits(theirs.folder, theirs.source);
  const units = new Map(Object.entries(lock.units));
  for (const unit of chosen) {
    const digest = there.get(unit);
    if (digest === undefined) units.delete(unit);
    else units.set(unit, digest);
  }
  return Object.fromEntries(units);
}
