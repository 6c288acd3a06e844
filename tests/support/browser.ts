import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** A real Chromium with an empty profile; remembers what the page complained about. */
export interface TestBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page and of the content security policy, in order. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '');

/** Opens Debian's Chromium at a width, in a language. */
export async function openBrowser(
  options: {
    readonly width?: number;
    readonly language?: string;
    readonly dark?: boolean;
    /** A film (`.y4m`) that the camera of this browser sees. */
    readonly camera?: string;
    /** A folder for the profile that is kept when the browser is closed. */
    readonly profile?: string;
  } = {},
): Promise<TestBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'baken-chromium-'));
  const width = options.width ?? 1280;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    locale: options.language ?? 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.camera
        ? [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${options.camera}`,
          ]
        : []),
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Of an address the page asked for, its path too: "a 409" alone says nothing about whose.
    if (message.type() === 'error') complaints.push(`${message.text()} ${pathOf(message.location().url)}`.trim());
  });
  return {
    context,
    page,
    complaints,
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}
