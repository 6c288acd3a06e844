import { z } from 'zod';
import type { InspectedManifest } from './inspect-scorm.ts';
import type { Archive } from './open-archive.ts';
import { refused, type PackageProblem } from './package-report.ts';

/** The newest core that our player knows. */
const core = { majorVersion: 1, minorVersion: 27 } as const;
/** A description is never larger; content may be, in bytes. */
const most = { description: 1_000_000, content: 10_000_000 } as const;

/** Versions stand as numbers or as digits: most of what is exported says `"1"` (h5p-php-library, `h5pRequired`). */
const digits = z
  .string()
  .regex(/^\d{1,5}$/u)
  .transform(Number);
const version = z.union([z.int().min(0), digits]);
const dependency = z.looseObject({ machineName: z.string(), majorVersion: version, minorVersion: version });
const packageFile = z.looseObject({
  title: z.string().min(1),
  language: z.string().min(1),
  mainLibrary: z.string().min(1),
  embedTypes: z.array(z.string()).min(1),
  license: z.string().min(1),
  preloadedDependencies: z.array(dependency).min(1),
});
const file = z.looseObject({ path: z.string() });
const libraryFile = z.looseObject({
  title: z.string().min(1),
  machineName: z.string().min(1),
  majorVersion: version,
  minorVersion: version,
  patchVersion: version,
  runnable: z.union([z.literal(0), z.literal(1), z.literal('0'), z.literal('1'), z.boolean()]),
  coreApi: z.looseObject({ majorVersion: version, minorVersion: version }).optional(),
  preloadedJs: z.array(file).optional(),
  preloadedCss: z.array(file).optional(),
  preloadedDependencies: z.array(dependency).optional(),
});

/** An H5P package: its description, its libraries with their files, and what they need of each other. */
export async function inspectH5p(archive: Archive): Promise<InspectedManifest> {
  const description = await readJson(archive, 'h5p.json', most.description);
  const raw = z.looseObject({ title: z.string() }).safeParse(description);
  const title = raw.success ? raw.data.title.replaceAll(/\s+/g, ' ').trim() : '';
  const parsed = packageFile.safeParse(description);
  const libraries = new Set(
    [...archive.names].filter((name) => /^[^/]+\/library\.json$/u.test(name)).map((name) => name.split('/')[0] ?? ''),
  );
  const languages = Map.groupBy([...archive.names].filter(isLanguageFile), (name) => name.split('/')[0] ?? '');
  const found: PackageProblem[] = [];
  // One after the other: what is read of one goes before the next.
  for (const library of libraries)
    found.push(...(await libraryProblems(archive, { library, languages: languages.get(library) ?? [] }, libraries)));
  const content = archive.names.has('content/content.json')
    ? await readJson(archive, 'content/content.json', most.content)
    : null;
  const problems: readonly PackageProblem[] = [
    ...(description === unreadable ? [unreadableFile('h5p.json')] : schemaProblems(parsed, 'h5p.json')),
    ...(content === null
      ? [absent('content/content.json')]
      : content === unreadable
        ? [unreadableFile('content/content.json')]
        : []),
    ...(parsed.success ? missingLibraries(parsed.data.preloadedDependencies, libraries) : []),
    ...found,
  ];
  return { title: title === '' ? null : title, activities: 1, problems };
}

const unreadable = Symbol('unreadable');

async function readJson(archive: Archive, name: string, limit: number): Promise<unknown> {
  const bytes = await archive.read(name, limit);
  try {
    return bytes === null ? unreadable : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable;
  }
}

function unreadableFile(name: string): PackageProblem {
  return refused('h5p-json', 'A file of the package is no readable JSON.', name);
}

function absent(name: string): PackageProblem {
  return refused('h5p-file-missing', 'A file that the package needs is not in it.', name);
}

function schemaProblems(parsed: z.ZodSafeParseResult<unknown>, name: string): readonly PackageProblem[] {
  if (parsed.success) return [];
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))].filter(Boolean);
  return fields.map((field) => refused('h5p-schema', `${name} lacks ${field}, or says it in the wrong form.`, name));
}

/** What systems leave behind in a folder (`._nl.json`) is no file of the library; H5P leaves it out too. */
function isLanguageFile(name: string): boolean {
  const [, inside, file = ''] = name.split('/');
  return inside === 'language' && file.endsWith('.json') && !/^[._](?!en\.json$)/u.test(file);
}

type Dependency = z.output<typeof dependency>;

function folderOf({ machineName, majorVersion, minorVersion }: Dependency): string {
  return `${machineName}-${String(majorVersion)}.${String(minorVersion)}`;
}

function missingLibraries(needed: readonly Dependency[], libraries: ReadonlySet<string>): readonly PackageProblem[] {
  return needed
    .map(folderOf)
    .filter((folder) => !libraries.has(folder))
    .map((folder) => refused('h5p-library-missing', 'A library that the package needs is not in it.', folder));
}

async function libraryProblems(
  archive: Archive,
  { library: folder, languages }: { readonly library: string; readonly languages: readonly string[] },
  libraries: ReadonlySet<string>,
): Promise<readonly PackageProblem[]> {
  const name = `${folder}/library.json`;
  const raw = await readJson(archive, name, most.description);
  if (raw === unreadable) return [unreadableFile(name)];
  const parsed = libraryFile.safeParse(raw);
  if (!parsed.success) return schemaProblems(parsed, name);
  const { coreApi, preloadedJs = [], preloadedCss = [], preloadedDependencies = [] } = parsed.data;
  const read: PackageProblem[] = [];
  for (const one of languages)
    if ((await readJson(archive, one, most.description)) === unreadable) read.push(unreadableFile(one));
  const tooNew =
    coreApi !== undefined &&
    (coreApi.majorVersion > core.majorVersion ||
      (coreApi.majorVersion === core.majorVersion && coreApi.minorVersion > core.minorVersion));
  return [
    ...(folderOf(parsed.data) === folder
      ? []
      : [refused('h5p-library-name', 'The folder of a library must be called after its name and version.', folder)]),
    ...(tooNew ? [refused('h5p-core-too-new', 'A library needs a newer player than this one.', folder)] : []),
    ...[...preloadedJs, ...preloadedCss]
      .filter(({ path }) => !archive.names.has(`${folder}/${path}`))
      .map(({ path }) => absent(`${folder}/${path}`)),
    ...missingLibraries(preloadedDependencies, libraries),
    ...languages
      .filter(
        (one) => !/^[a-z]{2,3}(-[a-z0-9]+)*\.json$/u.test(one.split('/').at(-1) ?? '') && !one.endsWith('/.en.json'),
      )
      .map((one) =>
        refused('h5p-library-name', 'A language file must be called after its language, in small letters.', one),
      ),
    ...read,
  ];
}
