import process from 'node:process';

/** Runs one part of the bench. When it fails, that is said in a line and by the exit code, and the other parts go on. */
export async function runPart(say: (line: string) => void, name: string, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    const [reason = ''] = String(error).split('\n');
    say(`  NOT MEASURED: ${name}. ${reason}`);
    process.exitCode = 1;
  }
}
