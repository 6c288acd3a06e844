import * as highsModule from 'highs';
// oxlint-disable-next-line import/default -- the bundler makes this export
import solverAddress from 'highs/runtime?url';
import { ok } from '#platform/base';
import { judgeRelease } from '../model/ledger/judge-release.ts';
import { listReleaseRepairs } from '../model/ledger/list-release-repairs.ts';
import { highsVersion, openHighs } from '../model/open-highs.ts';
import type { Solver } from '../model/program.ts';
import { worstOf } from '../model/verdict.ts';
import { countSolved } from './count-solved.ts';
import type { AsideNews } from './run-aside.ts';
import type { JudgeAnswer, ToJudge } from './to-judge.ts';

const tell = (news: AsideNews<JudgeAnswer>): void => self.postMessage(news);

// It answers one question and is ended by who asked; true counts stay in its memory.
self.addEventListener(
  'message',
  ({ data }: MessageEvent<ToJudge>) => void answer(data).catch(() => tell({ kind: 'failed' })),
);

async function answer({ seconds, ...question }: ToJudge): Promise<void> {
  const highs = await highsModule.default({ locateFile: () => solverAddress });
  const until = performance.now() + seconds * 1000;
  const solver = openHighs(highs, highsVersion, () => (until - performance.now()) / 1000);
  tell({
    kind: 'answer',
    answer: judge(
      countSolved(solver, (done) => tell({ kind: 'progress', done })),
      question,
    ),
  });
}

function judge(solver: Solver, { ledger, proposed, table }: Omit<ToJudge, 'seconds'>): JudgeAnswer {
  const judged = judgeRelease(solver, ledger, proposed);
  if (!judged.ok) return judged;
  const { verdict, insiders } = judged.value.audit;
  if (table === null || worstOf([verdict, insiders]) === 'pass') return ok({ ...judged.value, repairs: [] });
  const repairs = listReleaseRepairs(solver, ledger, proposed, table);
  return repairs.ok ? ok({ ...judged.value, repairs: repairs.value }) : repairs;
}
