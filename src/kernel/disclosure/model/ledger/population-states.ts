import { foldName } from './fold-name.ts';
import { isDecided, type Counted, type KnownEntry } from './ledger-entry.ts';

/** What was said of one population between two corrections. */
export interface PopulationState {
  readonly population: string;
  readonly entries: readonly Counted[];
}

/** All states of one population, the newest last. */
export interface NamedPopulation {
  /** As it was written first. */
  readonly population: string;
  readonly states: readonly PopulationState[];
}

interface Open {
  readonly population: string;
  readonly from: string;
  readonly entries: Counted[];
}

/**
 * Sorts a ledger by population, and each by its states: a correction begins a new one. What was only written down belongs to the state of the
 * day on which it was said or published, however late it came into the ledger.
 */
export function listPopulations(entries: readonly KnownEntry[]): readonly NamedPopulation[] {
  const known = new Map<string, Open[]>();
  for (const { content, on } of entries) {
    if (content.kind === 'withdrawal') continue;
    const name = foldName(content.population);
    const states = known.get(name) ?? [];
    known.set(name, states);
    if (states.length === 0 || content.kind === 'correction')
      states.push({ population: content.population, from: states.length === 0 ? '' : on, entries: [content] });
    else stateOf(states, content)?.entries.push(content);
  }
  return [...known.values()].map((states) => ({ population: states[0]?.population ?? '', states }));
}

function stateOf(states: readonly Open[], content: Counted): Open | undefined {
  if (isDecided(content.kind) || !('on' in content)) return states.at(-1);
  return states.findLast(({ from }) => from <= content.on) ?? states[0];
}
