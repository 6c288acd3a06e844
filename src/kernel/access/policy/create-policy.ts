import { ok, refuse, type Result } from '#platform/base';
import type { Relation, Role } from '../model/roles.ts';

/** Who may do one act. What is not written here is not allowed. */
export interface ActRule {
  /** Roles of which one is enough, or everybody who is signed in. */
  readonly roles: readonly Role[] | 'signed-in';
  /** Relations of which one is needed; absent where the act is about no one space. */
  readonly relations?: readonly Relation[];
  /** Needs an unlock that is at most five minutes old. */
  readonly stepUp?: true;
}

/** Acts of one area or module, by name: `accounts.invite`. */
export type ActTable = Readonly<Record<string, ActRule>>;

/** Who asks, as far as it matters to permissions. */
export interface Asker {
  readonly roles: readonly string[];
  readonly relation?: Relation;
  readonly stepUpFresh?: boolean;
}

export type AccessRefusal = { readonly type: 'NotPermitted' } | { readonly type: 'StepUpNeeded' };

export interface Policy {
  /** Whether this asker may do this act now; an unknown act is `NotPermitted`. */
  may(act: string, asker: Asker): Result<void, AccessRefusal>;
  /** Whether any of the roles may do the act at all; relation and step-up are asked where they are known. */
  mayRole(act: string, roles: readonly string[]): boolean;
  /** The acts of the list that this asker may do, so that buttons are honest; step-up is left to the moment. */
  allowed(acts: readonly string[], asker: Asker): readonly string[];
  /** Every act with its rule, by name: what the matrix tests go through. */
  listActs(): readonly (ActRule & { readonly act: string })[];
}

/** Joins the tables of all areas and modules; an act that two of them name is a defect and throws. */
export function createPolicy(tables: readonly ActTable[]): Policy {
  const rules = new Map<string, ActRule>();
  for (const table of tables) {
    for (const [act, rule] of Object.entries(table)) {
      if (rules.has(act)) throw new Error(`two rules for act ${act}`);
      rules.set(act, rule);
    }
  }
  const may: Policy['may'] = (act, asker) => {
    const rule = rules.get(act);
    if (!rule || !holdsRole(rule, asker.roles) || !standsRight(rule, asker.relation)) {
      return refuse({ type: 'NotPermitted' });
    }
    return rule.stepUp && asker.stepUpFresh !== true ? refuse({ type: 'StepUpNeeded' }) : ok(undefined);
  };
  return {
    may,
    mayRole: (act, held) => {
      const rule = rules.get(act);
      return rule !== undefined && holdsRole(rule, held);
    },
    allowed: (acts, asker) => acts.filter((act) => may(act, { ...asker, stepUpFresh: true }).ok),
    listActs: () => [...rules].map(([act, rule]) => ({ act, ...rule })),
  };
}

/** Somebody signed in without any role in force may do only what everybody signed in may. */
function holdsRole(rule: ActRule, held: readonly string[]): boolean {
  return rule.roles === 'signed-in' || rule.roles.some((role) => held.includes(role));
}

function standsRight(rule: ActRule, relation: Relation | undefined): boolean {
  return rule.relations === undefined || (relation !== undefined && rule.relations.includes(relation));
}
