import { dayInAmsterdam, type TenantId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import { recogniseCompletion } from '../../model/open/count/recognise-completion.ts';
import { isJsonObject, type JsonObject } from '../../model/open/statement/check-value.ts';
import type { StorePlace } from '../../model/open/statement/record-ids.ts';
import {
  insertSourceCompletions,
  listSourceCourses,
  listStatementsAbout,
  type SourceCompletion,
  type SourceCourse,
} from '../store/source-count-store.ts';
import type { StoredStatement } from '../store/statement-store.ts';
import { indexKey } from './prepare-statement.ts';

type Place = StorePlace<TenantId>;
type Told = Pick<StoredStatement, 'stored' | 'body'>;

/** Counts whoever is done by statements that are kept now, where somebody said that their activity is a course. */
export async function countSource(tx: Tx, place: Place, fresh: readonly Told[]): Promise<void> {
  const recognised = fresh.flatMap(({ stored, body }) => {
    const found = recogniseCompletion(readBody(body));
    return found === null ? [] : [{ ...found, activity: indexKey('activity', found.iri), stored }];
  });
  const [first] = recognised;
  if (first === undefined) return;
  const courses = await listSourceCourses(tx, place, [...new Set(recognised.map(({ activity }) => activity))]);
  const completions = recognised.flatMap(({ activity, verb, identity, registration, stored }) => {
    const course = courses.find((one) => one.activity === activity && one.verb === verb);
    return course === undefined ? [] : [completionOf(course, { identity, registration, stored })];
  });
  if (completions.length > 0)
    await insertSourceCompletions(tx, place.tenant, completions, dayInAmsterdam(first.stored));
}

/** Counts whoever was done before somebody said that the activity is a course: on this day, since closed months do not change. */
export async function countEarlier(tx: Tx, tenant: TenantId, course: SourceCourse, now: Date): Promise<void> {
  for (let after = 0; ;) {
    const page = await listStatementsAbout(tx, { tenant, store: course.store }, course.activity, after);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
    const completions = page.flatMap(({ stored, body }) => {
      const found = recogniseCompletion(readBody(body));
      const isAbout = found !== null && found.iri === course.iri && found.verb === course.verb;
      return isAbout ? [completionOf(course, { ...found, stored })] : [];
    });
    await insertSourceCompletions(tx, tenant, completions, dayInAmsterdam(now));
  }
}

/** A run is the registration that the other system gave it; without one, all of a day is one run. */
function completionOf(
  { organisation, course }: SourceCourse,
  {
    identity,
    registration,
    stored,
  }: { readonly identity: string; readonly registration: string | null; readonly stored: Date },
): SourceCompletion {
  return { organisation, course, person: indexKey('agent', identity), run: registration ?? dayInAmsterdam(stored) };
}

function readBody(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  return isJsonObject(value) ? value : {};
}
