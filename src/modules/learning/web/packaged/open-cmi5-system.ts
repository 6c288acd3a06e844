import type { default as Cmi5, Prepared } from '@rusticisoftware/cmi5';

/** A learning system that opened this page by cmi5. */
export interface Cmi5System {
  /** Whether what is done counts; else somebody only looks. */
  readonly counts: boolean;
  /** Where to go when somebody leaves; null where the system did not say. */
  readonly returnAddress: string | null;
  /** What was kept of this registration; empty where nothing was. */
  readonly kept: string;
  /** Keeps it; rejects where the system does not. */
  keep(text: string): Promise<void>;
  /** Says that it is completed, or passed with a score from 0 to 1. Rejects where that was not heard; said before counts as heard. */
  complete(): Promise<void>;
  pass(score: number | null): Promise<void>;
  /** Says that the session ends; also while the page goes. */
  terminate(): Promise<void>;
}

/** The name under which a run is kept with the system. */
const stateName = 'baken-run';

/**
 * Begins the session that the address of the page is for (cmi5, 8 to 10). Null where the address is none of a launch; rejects where the system
 * does not begin: most often because the page was loaded again, which needs a new launch.
 */
export async function openCmi5System(address: string): Promise<Cmi5System | null> {
  const given = new URL(address).searchParams;
  if (!given.has('endpoint') || !given.has('fetch')) return null;
  const { default: Library } = await import('@rusticisoftware/cmi5');
  const system = new Library(address);
  system.includeSourceActivity(false);
  await system.start();
  const own = `${system.getEndpoint()}/activities/state?${stateOf(system)}`;
  const kept = await readKept(system, own);
  return {
    counts: system.getLaunchMode() === 'Normal',
    returnAddress: system.getReturnURL(),
    kept,
    keep: async (body) => {
      const headers = { ...headersOf(system), 'Content-Type': 'application/json' };
      const answer = await fetch(own, { method: 'PUT', headers, body });
      if (!answer.ok) throw new Error('system-refused-state');
    },
    complete: () => say(system, system.completedStatement()),
    pass: (score) => say(system, score === null ? system.passedStatement() : system.passedStatement({ scaled: score })),
    terminate: () => say(system, system.terminatedStatement(), true),
  };
}

function stateOf(system: Cmi5): string {
  return new URLSearchParams({
    stateId: stateName,
    activityId: system.getActivityId(),
    agent: JSON.stringify(system.getActor()),
    registration: system.getRegistration(),
  }).toString();
}

function headersOf(system: Cmi5): Record<string, string> {
  return { Authorization: system.getAuth(), 'X-Experience-API-Version': '1.0.3' };
}

async function readKept(system: Cmi5, own: string): Promise<string> {
  const answer = await fetch(own, { headers: headersOf(system) });
  if (answer.status === 404) return '';
  if (!answer.ok) throw new Error('system-refused-state');
  return answer.text();
}

async function say(system: Cmi5, statement: Prepared, last = false): Promise<void> {
  const answer = await fetch(`${system.getEndpoint()}/statements?statementId=${statement.id}`, {
    method: 'PUT',
    headers: { ...headersOf(system), 'Content-Type': 'application/json' },
    body: JSON.stringify(statement),
    keepalive: last,
  });
  // A system refuses what was said before in this registration (cmi5, 9.3): then it knows.
  if (!answer.ok && answer.status !== 403) throw new Error('system-refused-statement');
}
