import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findHolder, findLeftOver, locateBinaries, postgresUser } from '#platform/server/db';
import type { Finding } from './finding.ts';

const leastFreeMegabytes = 500;
const embeddedMajor = '18';

/** Looks at a data folder: rights, space, who uses it, its database and its secrets. */
export function examineFolder(data: string, { embedded }: { readonly embedded: boolean }): readonly Finding[] {
  return [
    examineRights(data),
    examineSpace(data),
    ...(embedded ? [...examineHolder(data), examineCluster(data)] : []),
    ...examineSecrets(join(data, 'secrets')),
  ];
}

function examineRights(data: string): Finding {
  const at = nearestThatExists(data);
  try {
    accessSync(at, constants.W_OK | constants.X_OK);
  } catch {
    return { state: 'WRONG', what: `This user may not write in ${at}.`, advice: 'Choose another folder with --data.' };
  }
  return existsSync(data)
    ? { state: 'good', what: `The data folder is ${data}.` }
    : { state: 'note', what: `There is no data folder yet; the first start makes ${data}.` };
}

function examineSpace(data: string): Finding {
  const { bavail, bsize } = statfsSync(nearestThatExists(data));
  const free = Math.floor((bavail * bsize) / 1_000_000);
  return free >= leastFreeMegabytes
    ? { state: 'good', what: `${free} MB are free on its disk.` }
    : {
        state: 'WRONG',
        what: `Only ${free} MB are free on its disk.`,
        advice: `Make room: at least ${leastFreeMegabytes} MB. Writing stops when it is full; nothing saved is lost.`,
      };
}

function examineHolder(data: string): readonly Finding[] {
  const holder = findHolder(join(data, 'baken.lock'));
  if (holder !== null)
    return [
      {
        state: 'WRONG',
        what: `Another Baken (process ${holder}) uses this folder.`,
        advice: 'Stop it first, or choose another folder with --data.',
      },
    ];
  const left = findLeftOver(join(data, 'postgres'));
  return left === null
    ? []
    : [{ state: 'note', what: `A killed Baken left its database running (process ${left}); the next start stops it.` }];
}

function examineCluster(data: string): Finding {
  const file = join(data, 'postgres', 'PG_VERSION');
  if (!existsSync(file)) return examinePrograms(data);
  const version = readFileSync(file, 'utf8').trim();
  return version === embeddedMajor
    ? { state: 'good', what: `The database is of PostgreSQL ${version}.` }
    : {
        state: 'WRONG',
        what: `The database was made by PostgreSQL ${version}; this Baken brings ${embeddedMajor}.`,
        advice: 'Start the Baken that made it.',
      };
}

function examinePrograms(data: string): Finding {
  try {
    // Where the programs can be read in place, nothing is copied.
    locateBinaries(data, null);
  } catch {
    return {
      state: 'WRONG',
      what: 'The PostgreSQL programs for this machine are not installed.',
      advice: 'Run npm ci with optional packages, or give a server with --database.',
    };
  }
  const user = postgresUser();
  return { state: 'good', what: `PostgreSQL is installed${user ? ` and will run as user ${user.uid}` : ''}.` };
}

function examineSecrets(folder: string): readonly Finding[] {
  if (!existsSync(folder) || (statSync(folder).mode & 0o077) === 0) return [];
  return [
    {
      state: 'WRONG',
      what: 'Other users of this machine can read the secrets.',
      advice: `Run: chmod -R go= ${folder}`,
    },
  ];
}

function nearestThatExists(path: string): string {
  let at = path;
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  return at;
}
