import type { Clock } from '#platform/base';
import { meterNeedsFrom, type LoggedReading, type ReadingMeter } from './reading-meter.ts';

/**
 * Tells a meter what the event log holds of this hour and the one before: at once, so that a restart forgets nothing,
 * and then every so often while somebody reads, so that several processes count together. Settles once the first look
 * is over; a look that fails is reported and the next one tries again.
 */
export async function keepMeterTrue(
  meter: ReadingMeter,
  parts: {
    readonly clock: Clock;
    readonly readLog: (since: Date) => Promise<readonly LoggedReading[]>;
    readonly report: (error: unknown) => void;
    readonly seconds?: number;
  },
): Promise<{ readonly stop: () => Promise<void> }> {
  const { clock, readLog, report, seconds = 60 } = parts;
  const look = async (): Promise<void> => {
    try {
      const since = meterNeedsFrom(clock.now());
      meter.learn(await readLog(since), clock.now());
    } catch (error) {
      report(error);
    }
  };
  await look();
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (meter.hasMoved()) running = running.then(look);
  }, seconds * 1_000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
