import * as highsModule from 'highs';
// oxlint-disable-next-line import/default -- the bundler makes this export
import solverAddress from 'highs/runtime?url';
import { ok, type Result } from '#platform/base';
import { checkTable, listRepairs } from '../model/check-table.ts';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import { highsVersion, openHighs } from '../model/open-highs.ts';
import type { Solver } from '../model/program.ts';
import type { AsideNews } from './run-aside.ts';
import type { Checked, ToCheck } from './to-check.ts';

const tell = (news: AsideNews<Result<Checked, DisclosureRefusal>>): void => self.postMessage(news);

// It answers one question and is ended by who asked; true counts stay in its memory.
self.addEventListener(
  'message',
  ({ data }: MessageEvent<ToCheck>) => void answer(data).catch(() => tell({ kind: 'failed' })),
);

async function answer({ table, seconds }: ToCheck): Promise<void> {
  const highs = await highsModule.default({ locateFile: () => solverAddress });
  const until = performance.now() + seconds * 1000;
  const solver = counted(openHighs(highs, highsVersion, () => (until - performance.now()) / 1000));
  tell({ kind: 'answer', answer: check(solver, table) });
}

function check(solver: Solver, table: ToCheck['table']): Result<Checked, DisclosureRefusal> {
  const checked = checkTable(solver, table);
  if (!checked.ok) return checked;
  const repairs = checked.value.verdict === 'pass' ? ok([]) : listRepairs(solver, checked.value);
  // Without a way out the verdict still stands.
  return ok({ checked: checked.value, repairs: repairs.ok ? repairs.value : [], solver: solver.name });
}

/** Says after every so many programs how many there were, so that a page can show that something goes on. */
function counted(solver: Solver): Solver {
  let programs = 0;
  return {
    name: solver.name,
    open: (program) => {
      const open = solver.open(program);
      return {
        ...open,
        solve: (aim) => {
          programs += 1;
          if (programs % 20 === 0) tell({ kind: 'progress', done: programs });
          return open.solve(aim);
        },
      };
    },
  };
}
