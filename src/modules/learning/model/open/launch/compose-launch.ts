import type { JsonObject } from '../statement/check-value.ts';
import {
  listBlocks,
  type CourseStructure,
  type LaunchBlock,
  type LaunchMode,
  type LaunchUnit,
} from './course-structure.ts';
import type { LaunchVerb } from './launch-facts.ts';
import type { SessionId } from './launch-ids.ts';
import { launchWords, verbAddress } from './launch-words.ts';

/** What all that we say of one session has in common. */
export interface LaunchPlace {
  /** Address of the package here, to which the ids of its parts and blocks are made. */
  readonly base: string;
  readonly actor: JsonObject;
  readonly registration: string;
  readonly session: SessionId;
  readonly at: Date;
}

/** The id of a part in our statements: never that of its publisher, so that two installations are told apart (cmi5, 8.1.5). */
export function unitAddress(base: string, index: number): string {
  return `${base}/${index}`;
}

/** The id of a block, or of the course itself. */
export function blockAddress(base: string, course: CourseStructure, block: LaunchBlock): string {
  const at = listBlocks(course).indexOf(block);
  return at === 0 ? base : `${base}/block/${at}`;
}

/** What a part gets to put into each of its statements (cmi5, 10.2.1). */
export function contextTemplate(publisher: string, session: SessionId): JsonObject {
  return {
    contextActivities: { grouping: [{ id: publisher }] },
    extensions: { [launchWords.session]: session },
  };
}

/** The document that waits for a part when it opens (cmi5, 10). */
export function launchDocument(
  unit: LaunchUnit,
  {
    session,
    mode,
    returnUrl,
  }: { readonly session: SessionId; readonly mode: LaunchMode; readonly returnUrl: string | null },
): JsonObject {
  return {
    contextTemplate: contextTemplate(unit.publisher, session),
    launchMode: mode,
    launchMethod: unit.launchMethod,
    moveOn: unit.moveOn,
    ...(unit.launchParameters === null ? {} : { launchParameters: unit.launchParameters }),
    ...(unit.masteryScore === null ? {} : { masteryScore: unit.masteryScore }),
    ...(unit.entitlementKey === null ? {} : { entitlementKey: { courseStructure: unit.entitlementKey } }),
    ...(returnUrl === null ? {} : { returnURL: returnUrl }),
  };
}

/** That a part was opened (cmi5, 9.3.1): the first thing said in a session. `url` is the address without what the launch adds. */
export function launchedStatement(
  place: LaunchPlace,
  unit: LaunchUnit,
  { index, mode, url }: { readonly index: number; readonly mode: LaunchMode; readonly url: string },
): JsonObject {
  return say(place, 'launched', {
    object: unitObject(place.base, unit, index),
    publisher: unit.publisher,
    extensions: {
      [launchWords.launchMode]: mode,
      [launchWords.launchUrl]: url,
      [launchWords.moveOn]: unit.moveOn,
      ...(unit.masteryScore === null ? {} : { [launchWords.masteryScore]: unit.masteryScore }),
      ...(unit.launchParameters === null ? {} : { [launchWords.launchParameters]: unit.launchParameters }),
    },
  });
}

/** That a session ended without its part saying so (cmi5, 9.3.6), after so many milliseconds. */
export function abandonedStatement(place: LaunchPlace, unit: LaunchUnit, index: number, lasted: number): JsonObject {
  return say(place, 'abandoned', {
    object: unitObject(place.base, unit, index),
    publisher: unit.publisher,
    result: { duration: `PT${(Math.max(0, lasted) / 1000).toFixed(2)}S` },
  });
}

/** That a part need not be done, and why (cmi5, 9.3.7). */
export function waivedStatement(place: LaunchPlace, unit: LaunchUnit, index: number, reason: string): JsonObject {
  return say(place, 'waived', {
    object: unitObject(place.base, unit, index),
    publisher: unit.publisher,
    result: { success: true, completion: true, extensions: { [launchWords.reason]: reason } },
    moveOn: true,
  });
}

/** That a block, or the course, is done (cmi5, 9.3.9). */
export function satisfiedStatement(place: LaunchPlace, course: CourseStructure, block: LaunchBlock): JsonObject {
  const type = block === course ? launchWords.course : launchWords.block;
  const definition = { type, name: block.title, description: block.description };
  return say(place, 'satisfied', {
    object: { objectType: 'Activity', id: blockAddress(place.base, course, block), definition },
    publisher: block.publisher,
  });
}

function unitObject(base: string, { title, description, activityType }: LaunchUnit, index: number): JsonObject {
  const definition = { name: title, description, ...(activityType === null ? {} : { type: activityType }) };
  return { objectType: 'Activity', id: unitAddress(base, index), definition };
}

interface Said {
  readonly object: JsonObject;
  readonly publisher: string;
  readonly result?: JsonObject;
  readonly extensions?: JsonObject;
  readonly moveOn?: true;
}

function say({ actor, registration, session, at }: LaunchPlace, verb: LaunchVerb, said: Said): JsonObject {
  const categories = [launchWords.category, ...(said.moveOn === true ? [launchWords.moveOnCategory] : [])];
  return {
    actor,
    verb: { id: verbAddress(verb), display: { en: verb } },
    object: said.object,
    ...(said.result === undefined ? {} : { result: said.result }),
    context: {
      registration,
      contextActivities: { category: categories.map((id) => ({ id })), grouping: [{ id: said.publisher }] },
      extensions: { [launchWords.session]: session, ...said.extensions },
    },
    timestamp: at.toISOString(),
  };
}
