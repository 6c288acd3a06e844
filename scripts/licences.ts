/**
 * Lists the licence of every package that runs in an installation, with the packages they bring, and refuses one that is
 * not on the list. `--help` says this; `--json` prints the list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

const allowed = new Set(['MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'Apache-2.0', 'MPL-2.0', '0BSD', 'OFL-1.1']);

/** Single packages under other terms that ask for less than MIT does; decision records 0009 and 0076 say why each. */
const exceptions: Readonly<Record<string, string>> = {
  nodemailer: 'MIT-0',
  isbot: 'Unlicense',
  pako: '(MIT AND Zlib)',
  'graceful-fs': 'BlueOak-1.0.0',
};

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().optional(), optional: z.boolean().optional() }),
  ),
});
const manifest = z.object({ license: z.unknown().optional(), licenses: z.unknown().optional() });

/** One package that runs, and whether its licence is on the list. */
export interface LicensedPackage {
  readonly name: string;
  readonly licence: string;
  readonly isAllowed: boolean;
}

/** Reads the lockfile: what is neither a dev dependency nor missing here runs in an installation. */
export function listRuntimeLicences(root: string): readonly LicensedPackage[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const licence = license ?? licenceOfManifest(join(root, path, 'package.json'));
      return { name, licence, isAllowed: isAllowed(licence) || exceptions[name] === licence };
    });
}

/** True when the expression can be met by licences of the list: any side of OR, all sides of AND. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, ' ').trim();
  if (/ OR /.test(plain)) return plain.split(/ OR /).some(isAllowed);
  return plain.split(/ AND /).every((one) => allowed.has(one.trim()));
}

function licenceOfManifest(path: string): string {
  if (!existsSync(path)) return 'unknown';
  const { license } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  return typeof license === 'string' ? license : licenceOfText(join(dirname(path), 'LICENSE'));
}

/** Where the manifest names none: the text beside it, if it is the whole one of MIT under its own heading. */
function licenceOfText(path: string): string {
  if (!existsSync(path)) return 'unknown';
  const text = readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ').trim();
  const isMit =
    /^(The )?MIT License( \(MIT\))? Copyright/.test(text) &&
    text.includes('Permission is hereby granted, free of charge, to any person obtaining a copy') &&
    text.endsWith('OTHER DEALINGS IN THE SOFTWARE.');
  return isMit ? 'MIT' : 'unknown';
}

function main(): number {
  if (process.argv.includes('--help')) {
    console.log('node scripts/licences.ts [--json]   licences of what runs, refused when not on the list');
    return 0;
  }
  const found = listRuntimeLicences(join(import.meta.dirname, '..'));
  if (process.argv.includes('--json')) console.log(JSON.stringify(found, null, 2));
  const refused = found.filter((one) => !one.isAllowed);
  for (const { name, licence } of refused) console.log(`refused: ${name} is ${licence}`);
  console.log(
    `${found.length} packages run in an installation, ${refused.length} with a licence that is not on the list`,
  );
  return refused.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main();
