import * as highsModule from 'highs';
// oxlint-disable-next-line import/default -- the bundler makes this export
import solverAddress from 'highs/runtime?url';
import { ok, type Result } from '#platform/base';
import { checkTable, listRepairs } from '../model/check-table.ts';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import { highsVersion, openHighs } from '../model/open-highs.ts';
import type { Solver } from '../model/program.ts';
import { countSolved } from './count-solved.ts';
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
  const open = openHighs(highs, highsVersion, () => (until - performance.now()) / 1000);
  const solver = countSolved(open, (done) => tell({ kind: 'progress', done }));
  tell({ kind: 'answer', answer: check(solver, table) });
}

function check(solver: Solver, table: ToCheck['table']): Result<Checked, DisclosureRefusal> {
  const checked = checkTable(solver, table);
  if (!checked.ok) return checked;
  const repairs = checked.value.verdict === 'pass' ? ok([]) : listRepairs(solver, checked.value);
  // Without a way out the verdict still stands.
  return ok({ checked: checked.value, repairs: repairs.ok ? repairs.value : [], solver: solver.name });
}
