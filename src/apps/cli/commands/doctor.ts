import process from 'node:process';
import { readConfig } from '#platform/server/config';
import { examine } from '../doctor/examine.ts';

/** `baken doctor`: looks at an installation without changing it and says what is wrong and what to do. */
export async function run(words: readonly string[]): Promise<number> {
  const config = readConfig(words, process.env);
  if (!config.ok) {
    process.stderr.write(`${config.refusal.message}\n`);
    return 2;
  }
  const findings = await examine(config.value);
  for (const { state, what, advice } of findings) {
    process.stdout.write(`${state.padEnd(7)} ${what}\n`);
    if (advice !== undefined) process.stdout.write(`        ${advice}\n`);
  }
  const wrong = findings.filter(({ state }) => state === 'WRONG').length;
  process.stdout.write(wrong === 0 ? 'Baken can start here.\n' : `${wrong} to put right.\n`);
  return wrong === 0 ? 0 : 1;
}
