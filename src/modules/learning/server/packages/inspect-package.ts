import { readFileSync, statSync } from 'node:fs';
import { inspectCartridge } from './inspect-cartridge.ts';
import { cmi5Namespace, inspectCmi5 } from './inspect-cmi5.ts';
import { inspectH5p } from './inspect-h5p.ts';
import { inspectScorm, type InspectedManifest } from './inspect-scorm.ts';
import { openArchive, type Archive } from './open-archive.ts';
import { refused, warned, type PackageKind, type PackageProblem, type PackageReport } from './package-report.ts';
import { childOf, decodeXml, readXml, within, xmlCaps, type XmlElement, type XmlRefusal } from './read-xml.ts';

/** From these on a package is called large: bytes of the file, and unpacked. */
const large = { file: 100_000_000, unpacked: 250_000_000 } as const;
/** Scripts and drawings larger than this are not looked into. */
const lookedInto = 2_000_000;

/**
 * Says what a file from elsewhere is and whether it can be taken (learning design, 7.2). Reads it only; works without database and
 * server. Everything found is told, not the first alone, unless the archive itself is unsafe or cannot be read.
 */
export async function inspectPackage(path: string): Promise<PackageReport> {
  const bare = readBareStructure(path);
  if (bare !== null) return bare;
  const opened = await openArchive(path);
  if (!opened.ok) return report('unknown', { title: null, activities: 0, problems: opened.problems });
  try {
    const { archive } = opened;
    const { kind, found } = await inspectArchive(archive);
    const problems = [...found.problems, ...(await contentProblems(archive)), ...sizeProblems(archive)];
    return report(kind, { ...found, problems });
  } finally {
    opened.archive.close();
  }
}

/** No more problems than this are told of one package, and no longer title: what is hostile may have any number. */
const told = { problems: 1_000, title: 300 } as const;

function report(kind: PackageKind, { title, activities, problems }: InspectedManifest): PackageReport {
  const ok = problems.every(({ level }) => level === 'warning');
  // What is refused is told for it, however many warnings come before.
  const sorted = problems.length > told.problems ? problems.toSorted(bySeverity) : problems;
  const named = title?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, told.title) ?? null;
  return { ok, kind, title: named, activities, problems: sorted.slice(0, told.problems) };
}

function bySeverity(one: PackageProblem, other: PackageProblem): number {
  return Number(one.level === 'warning') - Number(other.level === 'warning');
}

interface Inspected {
  readonly kind: PackageKind;
  readonly found: InspectedManifest;
}

function alone(kind: PackageKind, problem: PackageProblem): Inspected {
  return { kind, found: { title: null, activities: 0, problems: [problem] } };
}

/** A course structure without a package; null where the file does not begin as XML does. */
function readBareStructure(path: string): PackageReport | null {
  const { size } = statSync(path);
  const bytes = size > xmlCaps.bytes ? new Uint8Array() : Uint8Array.from(readFileSync(path));
  const start = decodeXml(bytes.slice(0, 200))
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (!start.startsWith('<')) return null;
  const read = readXml(bytes);
  if (!read.ok) return report('unknown', alone('unknown', xmlProblem(read.refusal.type, 'the file')).found);
  if (read.value.namespace === cmi5Namespace && read.value.name === 'courseStructure')
    return report('cmi5', inspectCmi5(read.value, null));
  return report('unknown', alone('unknown', refused('unknown-kind', 'This XML is no course that Baken knows.')).found);
}

async function inspectArchive(archive: Archive): Promise<Inspected> {
  const { names } = archive;
  if (names.has('imsmanifest.xml')) return inspectManifest(archive, 'imsmanifest.xml', null);
  if (names.has('cmi5.xml')) return inspectManifest(archive, 'cmi5.xml', null);
  if (names.has('h5p.json')) return { kind: 'h5p', found: await inspectH5p(archive) };
  const nested = [...names].find((name) => /(^|\/)(imsmanifest|cmi5)\.xml$/iu.test(name));
  if (nested !== undefined) {
    const misplaced = refused(
      'manifest-not-at-root',
      'The manifest does not lie at the top of the package: pack the contents of the folder, not the folder.',
      nested,
    );
    return inspectManifest(archive, nested, misplaced);
  }
  if ([...names].some((name) => /^[^/]+\.(crs|au|cst|des)$/iu.test(name)))
    return alone('aicc', refused('aicc-not-supported', 'AICC packages are not taken. Ask for SCORM or cmi5.'));
  return alone(
    'unknown',
    refused('no-manifest', 'The package has no manifest: no imsmanifest.xml, cmi5.xml or h5p.json.'),
  );
}

async function inspectManifest(archive: Archive, name: string, misplaced: PackageProblem | null): Promise<Inspected> {
  const bytes = await archive.read(name, xmlCaps.bytes);
  const before = misplaced === null ? [] : [misplaced];
  const guessed: PackageKind = /cmi5\.xml$/iu.test(name) ? 'cmi5' : 'unknown';
  const failed = (problem: PackageProblem): Inspected => ({
    kind: guessed,
    found: { title: null, activities: 0, problems: [...before, problem] },
  });
  if (bytes === null) return failed(refused('manifest-invalid', 'The manifest is larger than 8 MB.', name));
  const read = readXml(bytes);
  if (!read.ok) return failed(xmlProblem(read.refusal.type, name));
  const kind = kindOf(read.value);
  if (kind === null) return failed(refused('manifest-invalid', 'The file of the manifest holds something else.', name));
  if (kind === 'unknown')
    return failed(refused('unknown-kind', 'The manifest does not say which standard it follows.', name));
  // Of a manifest in the wrong place the title is told; what it names lies elsewhere too.
  const found =
    kind === 'cmi5'
      ? inspectCmi5(read.value, archive)
      : kind === 'common-cartridge'
        ? inspectCartridge(read.value, archive)
        : inspectScorm(read.value, archive);
  return misplaced === null
    ? { kind, found }
    : { kind, found: { title: found.title, activities: 0, problems: before } };
}

function xmlProblem(type: XmlRefusal['type'], where: string): PackageProblem {
  if (type === 'Doctype')
    return refused(
      'xml-doctype',
      'The manifest has a document type, which can hide things. Ask for one without.',
      where,
    );
  if (type === 'Empty') return refused('manifest-empty', 'The manifest is empty.', where);
  if (type === 'TooMany') return refused('manifest-invalid', 'The manifest has more parts than anybody reads.', where);
  return refused('manifest-invalid', 'The manifest cannot be read as XML. Ask the supplier to check it.', where);
}

/** Which standard a manifest follows, by what it says; null where it is no manifest at all. */
function kindOf(root: XmlElement): PackageKind | null {
  if (root.name === 'courseStructure') return root.namespace === cmi5Namespace ? 'cmi5' : null;
  if (root.name !== 'manifest') return null;
  const metadata = childOf(root, 'metadata');
  const schema = childOf(metadata, 'schema')?.text.toLowerCase() ?? '';
  const version = childOf(metadata, 'schemaversion')?.text.toLowerCase() ?? '';
  const spaces = [...new Set(within(root).map(({ namespace }) => namespace.toLowerCase()))].join(' ');
  if (schema.includes('common cartridge') || /imsccv1p/u.test(spaces)) return 'common-cartridge';
  if (/2004|cam 1\.3/u.test(version) || /adlcp_v1p3|imsss/u.test(spaces)) return 'scorm2004';
  if (version === '1.2' || /adlcp_rootv1p2/u.test(spaces)) return 'scorm12';
  const sco = within(root).some(({ name, attributes }) => name === 'resource' && attributes.has('scormtype'));
  if (sco || /imscp_rootv1p1p2/u.test(spaces)) return 'scorm12';
  if (within(root).some(({ name, attributes }) => name === 'resource' && attributes.has('scormType')))
    return 'scorm2004';
  return /imscp_v1p1/u.test(spaces) ? 'scorm2004' : 'unknown';
}

/** What scripts in the package do that our frame does not let them, or that a drawing should not do. One file at a time is held. */
async function contentProblems(archive: Archive): Promise<readonly PackageProblem[]> {
  const found: PackageProblem[] = [];
  /** Files that look into frames, which is something only where there are some. */
  const looking: string[] = [];
  let [pages, framed] = [0, false];
  for (const name of [...archive.names].filter((one) => /\.(svg|html?|js)$/iu.test(one))) {
    const bytes = await archive.read(name, lookedInto);
    const text = bytes === null ? '' : new TextDecoder().decode(bytes);
    if (/\.svg$/iu.test(name)) {
      if (/<script|\son\w+\s*=|javascript:/iu.test(text))
        found.push(warned('svg-with-script', 'A drawing holds a script, which is not run.', name));
      continue;
    }
    const page = /\.html?$/iu.test(name);
    if (page) pages += 1;
    framed ||= page && /<i?frame/iu.test(text);
    if (/<frameset|\b(parent|top)\.(frames\b|document\b|[a-z]\w*\.document\b)/u.test(text)) found.push(acrossIn(name));
    else if (/\.contentWindow\b/u.test(text)) looking.push(name);
  }
  // What frameworks carry along to look into frames finds nothing in a single page.
  const across = framed || pages > 1 ? looking.map(acrossIn) : [];
  return [...found, ...across];
}

function acrossIn(name: string): PackageProblem {
  return warned('cross-frame', 'Pages of the package reach into each other, which needs a host of its own.', name);
}

function sizeProblems({ bytes, unpacked }: Archive): readonly PackageProblem[] {
  return bytes > large.file || unpacked > large.unpacked
    ? [warned('large', 'The package is large: on a phone it takes long to fetch.')]
    : [];
}
