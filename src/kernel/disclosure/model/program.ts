/** A sum of variables, each times a factor: `[variable, factor]`. */
export type Terms = readonly (readonly [variable: number, factor: number])[];

/** A variable of a program: its bounds, and whether it is whole. */
export interface Variable {
  readonly low: number;
  /** Infinity where nothing bounds it. */
  readonly high: number;
  readonly whole: boolean;
}

/** What must hold: a sum lies between two bounds, both included. */
export interface Row {
  readonly terms: Terms;
  readonly low: number;
  readonly high: number;
}

/** A linear program, whole or mixed, without an aim. */
export interface Program {
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

/** What is to be made least or most. */
export interface Aim {
  readonly sense: 'least' | 'most';
  readonly terms: Terms;
}

/**
 * What a solver found. `not-checked` is everything else: out of time, out of numbers, an unknown state. Whoever asks must then refuse,
 * never guess.
 */
export type Solved =
  | { readonly status: 'optimal'; readonly value: number; readonly columns: readonly number[] }
  | { readonly status: 'infeasible' | 'unbounded' | 'not-checked' };

/** A program that a solver holds: asked for several aims, and given further rows between them. */
export interface OpenProgram {
  solve(aim: Aim): Solved;
  addRow(row: Row): void;
  close(): void;
}

/** A solver, as a parameter of everything that needs one: it is loaded where it runs, in Node or in a worker of the browser. */
export interface Solver {
  /** What it calls itself, with its version, for records of what was checked. */
  readonly name: string;
  open(program: Program): OpenProgram;
}

/** Opens a program for as long as some work takes; what the solver holds is given back also when the work throws. */
export function withProgram<Value>(solver: Solver, program: Program, work: (open: OpenProgram) => Value): Value {
  const open = solver.open(program);
  try {
    return work(open);
  } finally {
    open.close();
  }
}
