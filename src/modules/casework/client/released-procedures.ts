import { refuse } from '#platform/base';
import {
  compareVersions,
  dueTypeOf,
  findPack,
  journey,
  phaseOfAnswer,
  releasedPacks,
  type Fact,
  type Pack,
} from '#kernel/procedures';
import type { CaseProcedures } from './journey-acts.ts';

/** Which version of which pack. */
export interface PackVersion {
  readonly id: string;
  readonly version: string;
}

/** The packs a case goes by, in their own versions; null when one of them is not on this device. */
export function packsOf(
  named: readonly PackVersion[],
  released: readonly Pack[] = releasedPacks,
): readonly Pack[] | null {
  const packs = named.map(({ id, version }) => findPack(released, `${id}@${version}`));
  return packs.every((pack) => pack !== null) ? packs : null;
}

/** Ids and newest versions of all packs of a country, for a case that begins. */
export function newestPacks(country: string): readonly PackVersion[] {
  const ids = [...new Set(releasedPacks.filter((pack) => pack.country === country).map(({ id }) => id))];
  return ids.flatMap((id) => {
    const pack = findPack(releasedPacks, id);
    return pack ? [{ id: pack.id, version: pack.version }] : [];
  });
}

/** The newest released versions of the packs that a case goes by; null where it stands on them already. */
export function newerPacks(
  named: readonly PackVersion[],
  released: readonly Pack[] = releasedPacks,
): readonly PackVersion[] | null {
  const newest = named.map(({ id, version }) => ({ id, version: findPack(released, id)?.version ?? version }));
  const isNewer = newest.some(({ version }, at) => compareVersions(version, named[at]?.version ?? version) > 0);
  return isNewer ? newest : null;
}

/** The journey engine over the released packs; sentences come in the language asked for. */
export function createProcedures(language = 'en', released: readonly Pack[] = releasedPacks): CaseProcedures {
  return {
    answer: ({ packs: named, parameters, facts }, on) => {
      const packs = packsOf(named, released);
      if (packs === null) return refuse({ type: 'PackUnknown' });
      // Optional fields of a recorded fact are absent or set; parsed JSON knows no undefined.
      const answer = journey(packs, { parameters, facts: facts as readonly Fact[] }, on, { language });
      return answer.ok
        ? answer
        : refuse({ type: 'ProcedureRefused', reason: answer.refusal.code, path: answer.refusal.path ?? '' });
    },
    phaseOf: (answer) => phaseOfAnswer(packsOf(answer.packs, released) ?? [], answer),
    dueTypeOf: ({ pack: id, ref }) => {
      const pack = findPack(released, id);
      return pack ? dueTypeOf(pack, ref) : 'own';
    },
  };
}
