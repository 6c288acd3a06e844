/**
 * npm run bench: throughput of the main requests beside the least that could serve the same rows (bare node:http and
 * pg, in the same run, on the same database), how the list grows, start-up, memory, and how long a device needs.
 */
import process from 'node:process';
import { benchDevices } from './bench/devices.ts';
import { benchDisclosure } from './bench/disclosure.ts';
import { benchLearning } from './bench/learning.ts';
import { benchJourney } from './bench/journey.ts';
import { benchRequests } from './bench/requests.ts';
import { benchRules } from './bench/rules.ts';
import { runPart } from './bench/run-part.ts';
import { benchStart } from './bench/start.ts';
import { startPostgresFifteen } from './postgres-fifteen.ts';

const say = (line: string): void => console.log(line);

const parts: Readonly<Record<string, () => Promise<void>>> = {
  embedded: () => benchRequests(say, 'Embedded PostgreSQL 18, unix socket'),
  server: benchServer,
  start: () => benchStart(say),
  devices: () => benchDevices(say),
  journey: () => benchJourney(say),
  rules: () => benchRules(say),
  learning: () => benchLearning(say),
  disclosure: () => benchDisclosure(say),
};

async function benchServer(): Promise<void> {
  const server = await startPostgresFifteen(say, { durable: true });
  if (server === null)
    return say('NOT RUN on a PostgreSQL 15 server: it is not installed and may not be installed here');
  try {
    await benchRequests(say, 'PostgreSQL 15 server, loopback', server.url);
  } finally {
    await server.stop();
  }
}

if (process.argv.includes('--help')) {
  say(
    `npm run bench -- [${Object.keys(parts).join('|')}]…   everything when nothing is named; runs alone on a quiet machine`,
  );
} else {
  const named = process.argv.slice(2).filter((word) => word in parts);
  for (const [name, run] of Object.entries(parts))
    if (named.length === 0 || named.includes(name)) await runPart(say, name, run);
}
