import { join } from 'node:path';
import process from 'node:process';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { accountSecrets, findTenant, type Tenant } from '#kernel/accounts/server';
import { readConfig, type Config } from '#platform/server/config';
import { inTenant } from '#platform/server/db';
import { createLog } from '#platform/server/log';
import { createMailer } from '#platform/server/mail';
import { openInstallation, type Installation } from '../../server/open-installation.ts';
import { startServer } from '../../server/start-server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `baken start`: opens the installation, serves it, and stops cleanly on SIGTERM or SIGINT. */
export async function run(words: readonly string[]): Promise<number> {
  const config = readConfig(words, process.env);
  if (!config.ok) {
    process.stderr.write(`${config.refusal.message}\n`);
    return 2;
  }
  const opened = await openInstallation(config.value);
  if (!opened.ok) {
    process.stderr.write(`${opened.refusal.message}\n`);
    return 2;
  }
  return serve(config.value, opened.value);
}

async function serve(config: Config, installation: Installation): Promise<number> {
  const log = createLog(systemClock, (line) => void process.stderr.write(`${line}\n`));
  const tenant = await findFounded(installation);
  const founded = tenant !== null;
  // A door that is not needed stays shut: codes are known to the server only while they may be used.
  if (founded || !config.empty) installation.secrets.delete(accountSecrets.foundingCode);
  if (founded || config.empty) installation.secrets.delete(accountSecrets.practiceCode);
  let server;
  try {
    server = await startServer({
      ...installation,
      webRoot: join(import.meta.dirname, '../../../../dist/web'),
      ...{ host: config.host, port: config.port, adminPort: config.adminPort },
      trustedProxies: config.trustedProxies,
      publicOrigin: config.publicOrigin ?? practiceOrigin(config, tenant),
      packageOrigin: config.packageOrigin,
      mail: config.mail && createMailer(config.mail),
      reportDefect: (route, error) => log.defect('defect', error, { route }),
    });
  } catch (error) {
    await installation.close();
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    process.stderr.write(taken ? `Port ${config.port} is in use. Choose another with --port.\n` : `${String(error)}\n`);
    return 2;
  }
  const stopped = Promise.race([untilAskedToStop(), installation.lost.then(() => 'lost' as const)]);
  if (!founded && !config.empty) {
    await seedPractice(server.address, installation);
    // So that the demo's reminders are there when somebody looks.
    await server.runJobs({ ahead: true });
  }
  say(`Baken is open at ${server.address}`);
  tellHowToSignIn(config, installation, founded);
  await tellPartnerLink(installation, server.address);
  const why = await stopped;
  if (why === 'lost')
    process.stderr.write('The embedded database ended by itself. Start Baken again: it recovers it.\n');
  await server.stop();
  await installation.close();
  return why === 'lost' ? 70 : 0;
}

function tellHowToSignIn(config: Config, installation: Installation, founded: boolean): void {
  const code = installation.secrets.get(accountSecrets.foundingCode);
  if (!founded && config.empty && code) {
    say('Nobody works here yet. Open the address and found your programme with this code, once:');
    say(`  ${code}`);
    return;
  }
  if (!installation.secrets.has(accountSecrets.demoKits)) return;
  say('This is the fictional demo programme. Open the address and press one of these people:');
  for (const { name, role, handle } of readPeople(installation.secrets.get(accountSecrets.demoKits) ?? '')) {
    say(`  ${name} (${role}), sign-in name ${handle}`);
  }
}

/** Whoever looks after the people of a partner has no account to press: in the fictional programme their link is drawn with each start. */
async function tellPartnerLink({ database, secrets }: Installation, address: string): Promise<void> {
  if (!secrets.has(accountSecrets.demoKits)) return;
  const { drawPartnerLink, partnerDesk } = await import('../seed/draw-partner-link.ts');
  const path = await drawPartnerLink(database, systemClock);
  if (path === null) return;
  say(`Who looks after the people of ${partnerDesk.organisation} has a link instead. It opens once:`);
  say(`  ${address}${path}`);
}

function readPeople(
  kits: string,
): readonly { readonly name: string; readonly role: string; readonly handle: string }[] {
  // The file was written by the seed of this same version.
  const parsed = JSON.parse(kits) as { people?: { name: string; role: string; handle: string }[] };
  return parsed.people ?? [];
}

function findFounded({ database }: Installation): Promise<Tenant | null> {
  return inTenant(database, { tenant: null, user: null }, findTenant);
}

/** A fictional programme is at home on its own machine; where real people are found, settings must say. */
function practiceOrigin({ empty, port }: Config, tenant: Tenant | null): string | null {
  return (tenant?.practice ?? !empty) ? `http://localhost:${String(port)}` : null;
}

/** Fills an installation with the fictional programme, through the same code that real people use. */
async function seedPractice(baseUrl: string, installation: Installation): Promise<void> {
  const { seedPracticeWorld } = await import('../seed/seed.ts');
  const { seedLearners } = await import('../seed/seed-learners.ts');
  const { seedCounted } = await import('../seed/seed-counted.ts');
  const { seedTraining } = await import('../seed/seed-training.ts');
  const { seedTeaching } = await import('../seed/seed-teaching.ts');
  const { seedWorkshops } = await import('../seed/seed-workshops.ts');
  say('Filling the fictional demo programme (about a minute, once).');
  const people = await seedPracticeWorld({
    baseUrl,
    practiceCode: installation.secrets.get(accountSecrets.practiceCode) ?? '',
    on: dayInAmsterdam(systemClock.now()),
    onProgress: (words: string) => process.stdout.write(`\r  ${words.padEnd(60)}`),
  });
  process.stdout.write('\n');
  await seedLearners(installation.database, dayInAmsterdam(systemClock.now()));
  await seedCounted(installation.database, dayInAmsterdam(systemClock.now()));
  await seedTraining(installation.database, dayInAmsterdam(systemClock.now()));
  await seedWorkshops(installation.database, dayInAmsterdam(systemClock.now()));
  await seedTeaching(installation.database, dayInAmsterdam(systemClock.now()));
  installation.keepSecret(accountSecrets.demoKits, JSON.stringify(people));
  installation.secrets.delete(accountSecrets.practiceCode);
}

function untilAskedToStop(): Promise<'asked'> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve('asked'));
    process.once('SIGINT', () => resolve('asked'));
  });
}
