import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder, startBaken } from './installation.ts';
import { median } from './load.ts';

const rounds = 5;

/** Cold and warm start of an empty installation, and memory of the idle Node process. */
export async function benchStart(say: (line: string) => void): Promise<void> {
  const cold: number[] = [];
  const warm: number[] = [];
  const idle: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = makeFolder();
    try {
      const first = await startBaken(folder.path, 18_081);
      cold.push(first.startedIn);
      await first.stop();
      const second = await startBaken(folder.path, 18_081);
      warm.push(second.startedIn);
      await wait(3_000);
      idle.push(second.memory());
      await second.stop();
    } finally {
      folder.remove();
    }
  }
  say('');
  say('### Starting, and memory when idle');
  say('');
  say('| what | median | worst |');
  say('|---|---|---|');
  say(`| cold start of an empty installation, s | ${seconds(median(cold))} | ${seconds(Math.max(...cold))} |`);
  say(`| warm start, s | ${seconds(median(warm))} | ${seconds(Math.max(...warm))} |`);
  say(`| Node process when idle, MB | ${median(idle)} | ${Math.max(...idle)} |`);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2);
}
