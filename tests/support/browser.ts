import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core';

/** A real Chromium with an empty profile; remembers what the page complained about. */
export interface TestBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page and of the content security policy, in order. */
  readonly complaints: readonly string[];
  /** Addresses that refused what was sent because something newer was there (409), and have taken nothing since. */
  readonly refused: ReadonlySet<string>;
  close(): Promise<void>;
}

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '');

const program = (camera?: string): LaunchOptions => ({
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(camera
      ? [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${camera}`,
        ]
      : []),
  ],
});

let shared: Promise<Browser> | undefined;

/** One Chromium for all profiles of this process that nobody keeps; it ends with the process. */
const sharedChromium = (): Promise<Browser> => (shared ??= chromium.launch(program()));

/** Opens Debian's Chromium at a width, in a language. */
export async function openBrowser(
  options: {
    readonly width?: number;
    readonly language?: string;
    readonly dark?: boolean;
    /** A film (`.y4m`) that the camera of this browser sees. */
    readonly camera?: string;
    /** What the clock of this browser says when it opens; it goes on from there. */
    readonly now?: Date;
    /** A folder for the profile that is kept when the browser is closed. */
    readonly profile?: string;
  } = {},
): Promise<TestBrowser> {
  const width = options.width ?? 1280;
  const look = {
    locale: options.language ?? 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
  } as const;
  const context =
    options.profile || options.camera
      ? await chromium.launchPersistentContext(options.profile ?? '', { ...program(options.camera), ...look })
      : await (await sharedChromium()).newContext(look);
  if (options.now) await context.clock.install({ time: options.now });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Of an address the page asked for, its path too: "a 409" alone says nothing about whose.
    if (message.type() === 'error') complaints.push(`${message.text()} ${pathOf(message.location().url)}`.trim());
  });
  const refused = new Set<string>();
  page.on('response', (response) => {
    if (response.request().method() === 'GET') return;
    const path = pathOf(response.url());
    if (response.status() === 409) refused.add(path);
    else if (response.ok()) refused.delete(path);
  });
  return {
    context,
    page,
    complaints,
    refused,
    close: () => context.close(),
  };
}
