import type { OpenedCase } from '#modules/casework/client';
import type { TestServer } from '../support/test-server.ts';
import { enterWithKit, readyCase, readyProgramme, type ReadyProgramme } from './ready-programme.ts';
import type { Screen, ScreenOptions } from './screen.ts';

/** Two coordinators and a volunteer at their screens. */
export interface ReadyTeam {
  readonly programme: ReadyProgramme;
  readonly anna: Screen;
  readonly bram: Screen;
  readonly noor: Screen;
}

type Options = Partial<Record<'anna' | 'bram' | 'noor', ScreenOptions>>;

/**
 * Two coordinators at desks, and Noor with a phone, all unlocked, in a programme made through the client code; the stories
 * that tell how a programme comes to be found it through the screens.
 */
export async function readyTeam(
  server: Pick<TestServer, 'address' | 'foundingCode'>,
  options: Options = {},
): Promise<ReadyTeam> {
  const programme = await readyProgramme(server);
  return { programme, ...(await enterTogether(server.address, programme, options)) };
}

/** The same with Noor's one case, Selamte Okparinde, open before Anna and her. */
export async function readyTeamWithCase(
  server: Pick<TestServer, 'address' | 'foundingCode'>,
  options: Options = {},
): Promise<ReadyTeam & { readonly opened: OpenedCase }> {
  const programme = await readyProgramme(server);
  const opened = await readyCase(programme, 'Okparinde', programme.noor);
  const address = `${server.address}/cases/${opened.id}/journey`;
  return { programme, opened, ...(await enterTogether(address, programme, options)) };
}

async function enterTogether(
  address: string,
  programme: ReadyProgramme,
  options: Options,
): Promise<Pick<ReadyTeam, 'anna' | 'bram' | 'noor'>> {
  const [anna, bram, noor] = await Promise.all([
    enterWithKit(address, programme.anna, options.anna),
    enterWithKit(new URL(address).origin, programme.bram, options.bram),
    enterWithKit(address, programme.noor, { width: 390, ...options.noor }),
  ]);
  return { anna, bram, noor };
}
