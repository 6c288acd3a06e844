import type { Highs, Model } from 'highs';
import type { Aim, OpenProgram, Program, Row, Solved, Solver } from './program.ts';

/** The version of HiGHS that is built into the package. */
export const highsVersion = '1.15.3';

/** How far from a whole number a value of a solver may be and still is that number. */
const tolerance = 1e-6;

/**
 * HiGHS as our solver. A whole program is first solved as if its variables were not whole: where that answer is whole already, it is the
 * answer of the whole program too, and a hundred times cheaper; tables of two dimensions always give such answers.
 *
 * @param secondsLeft how long all further questions together may take; when nothing is left they are `not-checked`
 */
export function openHighs(highs: Highs, version: string, secondsLeft: () => number): Solver {
  return {
    name: `highs ${version}`,
    open: (program) => openProgram(highs, program, secondsLeft),
  };
}

function openProgram(highs: Highs, program: Program, secondsLeft: () => number): OpenProgram {
  const whole = program.variables.flatMap((variable, index) => (variable.whole ? [index] : []));
  const added: Row[] = [];
  const relaxed = build(highs, program, false);
  let exact: Model | null = null;
  const openExact = (): Model => {
    exact ??= build(highs, { ...program, rows: [...program.rows, ...added] }, true);
    return exact;
  };
  return {
    solve: (aim) => {
      const found = run(highs, relaxed, aim, secondsLeft());
      if (found.status !== 'optimal' || whole.every((index) => isWhole(found.columns[index] ?? 0)))
        return rounded(found, whole);
      return rounded(run(highs, openExact(), aim, secondsLeft()), whole);
    },
    addRow: (row) => {
      added.push(row);
      addTo(relaxed, row);
      if (exact !== null) addTo(exact, row);
    },
    close: () => {
      relaxed.dispose();
      exact?.dispose();
    },
  };
}

function build(highs: Highs, { variables, rows }: Program, exactly: boolean): Model {
  const model = highs.createModel();
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
  for (const { low, high } of variables) model.addVar(low, high === Infinity ? highs.infinity : high);
  if (exactly)
    for (const [index, { whole }] of variables.entries())
      if (whole) model.changeColIntegrality(index, highs.constants.variableType.integer);
  for (const row of rows) addTo(model, row);
  return model;
}

function addTo(model: Model, { terms, low, high }: Row): void {
  model.addRow(low, high, { indices: terms.map(([variable]) => variable), values: terms.map(([, factor]) => factor) });
}

function run(highs: Highs, model: Model, { sense, terms }: Aim, seconds: number): Solved {
  if (seconds <= 0) return { status: 'not-checked' };
  const { objectiveSense, modelStatus } = highs.constants;
  model.changeObjectiveSense(sense === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
  for (const [variable, factor] of terms) model.changeColCost(variable, factor);
  try {
    // The clock of a model goes on from one question to the next.
    model.zeroAllClocks();
    model.options.set('time_limit', seconds);
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: 'infeasible' };
    if (status === modelStatus.unbounded) return { status: 'unbounded' };
    if (status !== modelStatus.optimal) return { status: 'not-checked' };
    return { status: 'optimal', value: model.getObjectiveValue(), columns: [...model.getSolution().colValue] };
  } finally {
    for (const [variable] of terms) model.changeColCost(variable, 0);
  }
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= tolerance;
}

/** A whole variable is told as the number that it is. */
function rounded(found: Solved, whole: readonly number[]): Solved {
  if (found.status !== 'optimal') return found;
  const columns = [...found.columns];
  for (const index of whole) columns[index] = Math.round(columns[index] ?? 0);
  return { ...found, columns };
}
