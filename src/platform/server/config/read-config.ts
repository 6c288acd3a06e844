import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ok, refuse, type Result } from '#platform/base';
import { isAddressOrNetwork } from '../http/index.ts';
import { readPackageOrigin } from './read-package-origin.ts';
import { readMailSettings, readPublicOrigin, type MailSettings } from '../mail/index.ts';

const port = z.coerce.number().int().min(1).max(65_535);

const schema = z.strictObject({
  /** Folder of database, files and secrets. */
  data: z.string().min(1).default('data'),
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(8080),
  /** Port for `/metrics`, on this machine only; none when absent. */
  adminPort: port.optional(),
  /** A PostgreSQL server; the embedded one when absent. */
  database: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      'must look like postgres://user:password@host:5432/name',
    )
    .optional(),
  /** Reverse proxies of ours, whose word is taken for whom they ask. */
  trustedProxies: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isAddressOrNetwork), 'must be addresses or networks, as 127.0.0.1,10.0.0.0/8')
    .default([]),
  /** Start a real, empty programme instead of the fictional one. */
  empty: z.boolean().default(false),
  /** SMTP server and sender; read together by `readMailSettings`. */
  smtp: z.string().optional(),
  mailFrom: z.string().optional(),
  /** Address of the start page, for mails and badges; never guessed from what somebody asked. */
  publicUrl: z.string().optional(),
  /** Address of a second host that leads here, for courses from elsewhere whose pages script each other. */
  packageUrl: z.string().optional(),
});

/** Settings of an installation. */
export interface Config extends Omit<z.infer<typeof schema>, 'smtp' | 'mailFrom' | 'publicUrl' | 'packageUrl'> {
  /** Under which everybody finds this installation, as https://baken.example; null where nobody said. */
  readonly publicOrigin: string | null;
  /** The second host, as https://packages.example; null where there is none. */
  readonly packageOrigin: string | null;
  /** Null where no mail is sent. */
  readonly mail: MailSettings | null;
}

/** A setting that cannot be used; `message` is for the person at the command line. */
export interface ConfigRefusal {
  readonly type: 'ConfigInvalid';
  readonly message: string;
}

const names: Readonly<Record<string, keyof z.infer<typeof schema>>> = {
  BAKEN_DATA: 'data',
  BAKEN_HOST: 'host',
  BAKEN_PORT: 'port',
  BAKEN_ADMIN_PORT: 'adminPort',
  BAKEN_DATABASE: 'database',
  BAKEN_TRUSTED_PROXIES: 'trustedProxies',
  // No flags for these: a password in the words of a command is seen by everybody on the machine.
  BAKEN_SMTP_URL: 'smtp',
  BAKEN_MAIL_FROM: 'mailFrom',
  BAKEN_PUBLIC_URL: 'publicUrl',
  BAKEN_PACKAGE_ORIGIN: 'packageUrl',
};

const flags = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'admin-port': { type: 'string' },
  database: { type: 'string' },
  'trusted-proxies': { type: 'string' },
  empty: { type: 'boolean' },
} as const;

/** Settings from flags, else from the environment, else the defaults. Folders become absolute. */
export function readConfig(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigRefusal> {
  const given: Record<string, unknown> = {};
  for (const [variable, name] of Object.entries(names)) {
    if (environment[variable] !== undefined && environment[variable] !== '') given[name] = environment[variable];
  }
  try {
    const { values } = parseArgs({ args: [...words], options: flags, strict: true });
    for (const [flag, value] of Object.entries(values)) {
      given[flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
    }
  } catch (error) {
    return refuse({ type: 'ConfigInvalid', message: error instanceof Error ? error.message : 'unknown flag' });
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse({
      type: 'ConfigInvalid',
      message: `${issue?.path.join('.') ?? 'setting'}: ${issue?.message ?? 'not usable'}`,
    });
  }
  const { smtp, mailFrom, publicUrl, packageUrl, ...rest } = parsed.data;
  const mail = readMailSettings({ smtp, mailFrom, publicUrl });
  if (!mail.ok) return mail;
  const origin = publicUrl === undefined ? ok(null) : readPublicOrigin(publicUrl);
  if (!origin.ok) return origin;
  const beside = readPackageOrigin(packageUrl, origin.value);
  if (!beside.ok) return beside;
  const places = { publicOrigin: origin.value, packageOrigin: beside.value };
  return ok({ ...rest, data: resolve(rest.data), ...places, mail: mail.value });
}
