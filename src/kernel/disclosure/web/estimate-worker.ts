import * as highsModule from 'highs';
// oxlint-disable-next-line import/default -- the bundler makes this export
import solverAddress from 'highs/runtime?url';
import type { Result } from '#platform/base';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import { answerEstimate } from '../model/estimate/answer-estimate.ts';
import type { Estimated, ToEstimate } from '../model/estimate/to-estimate.ts';
import { highsVersion, openHighs } from '../model/open-highs.ts';
import type { AsideNews } from './run-aside.ts';

const tell = (news: AsideNews<Result<Estimated, DisclosureRefusal>>): void => self.postMessage(news);

// It answers one question and is ended by who asked.
self.addEventListener(
  'message',
  ({ data }: MessageEvent<ToEstimate>) => void answer(data).catch(() => tell({ kind: 'failed' })),
);

/** Seconds for one question to the solver; each is small, there are only many of them. */
const each = 60;

async function answer(question: ToEstimate): Promise<void> {
  const highs = await highsModule.default({ locateFile: () => solverAddress });
  const solver = openHighs(highs, highsVersion, () => each);
  const onDrawn = (done: number): void => {
    if (done % 10 === 0) tell({ kind: 'progress', done });
  };
  tell({ kind: 'answer', answer: answerEstimate(solver, question, onDrawn) });
}
