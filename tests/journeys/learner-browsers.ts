import { join } from 'node:path';
import { openMailServer, type MailServer } from '../support/mail-server.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

/** An installation and the browsers of people who come to it without an account; letters reach a mail server of its own. */
export interface LearnerBrowsers {
  readonly server: TestServer;
  readonly mail: MailServer;
  readonly screens: Screen[];
  /** Opens a browser of its own at a path of the installation. */
  open(path: string, options?: ScreenOptions): Promise<Screen>;
  close(): Promise<void>;
}

/** Starts one for one file of stories. */
export async function openLearnerBrowsers(): Promise<LearnerBrowsers> {
  const mail = await openMailServer();
  const server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web'), mail: mail.mailer });
  const screens: Screen[] = [];
  return {
    ...{ server, mail, screens },
    open: async (path, options = {}) => {
      const screen = await openScreen(`${server.address}${path}`, options);
      screens.push(screen);
      return screen;
    },
    close: async () => {
      for (const screen of screens) await screen.browser.close();
      await server.stop();
      await mail.down();
    },
  };
}

/** What of the address of a link is opened in another browser: its path, and what it brings behind `#`. */
export function pathOf(address: string): string {
  const { pathname, hash } = new URL(address);
  return `${pathname}${hash}`;
}
