import type { Deadline } from '../../answer.ts';
import type { Pack } from '../../pack.ts';
import { anchorOf } from './rule-draft.ts';

/**
 * Where the document of a pack tells the rule of a date: of several rules of one name the one that the fact of the date begins.
 * Dates that begin with a permit lead to the first of that name, since the answer does not say of which kind the permit was.
 */
export function dateAnchor(pack: Pack, { ref, trigger }: Pick<Deadline, 'ref' | 'trigger'>): string {
  const named = pack.deadlines.filter((rule) => rule.ref === ref);
  const place = named.findIndex(
    (rule) => 'fact' in rule.trigger && rule.trigger.fact.some(({ name }) => name === trigger.fact),
  );
  return place > 0 ? `${anchorOf(ref)}-${String(place + 1)}` : anchorOf(ref);
}
