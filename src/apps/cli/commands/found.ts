import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { accountSecrets } from '#kernel/accounts/server';

const usage = `usage: baken found --data DIR
Shows the one-time founding code of an empty installation. The first coordinator types it at the
entrance page; when a tenant is founded the code opens nothing any more.
`;

/** `baken found --data DIR`: the code again, for whoever may read the data folder. */
export function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string', default: 'data' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return Promise.resolve(0);
  }
  const file = join(values.data, 'secrets', accountSecrets.foundingCode);
  if (!existsSync(file)) {
    process.stderr.write(
      'There is no founding code here: start with --empty first, or the data folder is another one.\n',
    );
    return Promise.resolve(2);
  }
  process.stdout.write(`${readFileSync(file, 'utf8').trim()}\n`);
  return Promise.resolve(0);
}
