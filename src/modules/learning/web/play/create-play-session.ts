import type { FrameMessage } from '../../model/open/play/frame-message.ts';
import type { ScormValues } from '../../model/open/play/scorm-values.ts';
import { createKeeper, type KeeperParts } from './create-keeper.ts';
import type { ScormRuntime } from './scorm-runtime.ts';

/** One opening of a part: takes what it says and has it kept, in order and one after the other. */
export interface PlaySession {
  hear(message: FrameMessage): void;
  /** Keeps what is not kept; fulfilled once it is, or once it is known that it will not be. */
  flush(): Promise<void>;
}

interface PlayParts extends KeeperParts {
  readonly begin: ScormValues;
  readonly openRuntime: (begin: ScormValues) => ScormRuntime;
}

/** After a value, until it is sent: a part often sets several at once. */
const pause = 300;
/** More messages than this in a second no part needs; the rest is left out. */
const perSecond = 3_000;

/** Begins an opening with what was kept before. */
export function createPlaySession({ begin, openRuntime, ...parts }: PlayParts): PlaySession {
  let runtime = openRuntime(begin);
  let over = false;
  let heard = 0;
  const keeper = createKeeper(() => runtime.values(), parts);
  const hear = (message: FrameMessage): void => {
    heard += 1;
    if (heard > perSecond || keeper.isStopped()) return;
    if (heard === 1) parts.later(1_000, () => (heard = 0));
    if (message.act === 'begin') {
      // A page after the last one of the same part: it goes on from there.
      if (over) runtime = openRuntime(runtime.values());
      over = false;
    } else if (message.act === 'set') {
      if (!over && runtime.set(message.element, message.value)) keeper.change(pause);
    } else {
      over ||= message.act === 'finish';
      keeper.change(0);
    }
  };
  return { hear, flush: () => keeper.flush() };
}
