/**
 * The command line: `baken COMMAND …`. Exit status 0 answered, 1 a check found something,
 * 2 refused, 70 a defect.
 */
import process from 'node:process';

/** What each command file exports: it gets the words after its name and answers with the exit status. */
type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  start: () => import('./commands/start.ts'),
  migrate: () => import('./commands/migrate.ts'),
  doctor: () => import('./commands/doctor.ts'),
  term: () => import('./commands/term.ts'),
  journey: () => import('./commands/journey.ts'),
  pack: () => import('./commands/pack.ts'),
  course: () => import('./commands/course.ts'),
  workshop: () => import('./commands/workshop.ts'),
  lrs: () => import('./commands/lrs.ts'),
  badge: () => import('./commands/badge.ts'),
  package: () => import('./commands/package.ts'),
  stats: () => import('./commands/stats.ts'),
  ledger: () => import('./commands/ledger.ts'),
  found: () => import('./commands/found.ts'),
  'verify-audit': () => import('./commands/verify-audit.ts'),
};

async function main(): Promise<number> {
  const [name = '', ...words] = process.argv.slice(2);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`usage: baken COMMAND …, where COMMAND is one of ${Object.keys(commands).join(', ')}\n`);
    return 2;
  }
  const command = await load();
  return command.run(words);
}

try {
  process.exitCode = await main();
} catch (defect) {
  process.stderr.write(`${defect instanceof Error ? (defect.stack ?? defect.message) : 'unknown defect'}\n`);
  process.exitCode = 70;
}
