/** npm run test:schemas: the manifests of our packages against the public schemas of their standards. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import type { PackageFormat } from '#modules/learning';
import { exportCourse, readBuiltCourse } from '../src/apps/cli/courses/export-course.ts';

const usage = `npm run test:schemas -- --schemas DIR
DIR holds, side by side, the schemas as they lie in published packages of the standards and in the public repository of cmi5:
adlcp_rootv1p2.xsd, imscp_rootv1p1p2.xsd, ims_xml.xsd (SCORM 1.2); adlcp_v1p3.xsd, imscp_v1p1.xsd, xml.xsd (SCORM 2004); CourseStructure.xsd
(https://github.com/AICC/CMI-5_Spec_Current, v1). They are not ours to hand on, so they are not here. Before: npm run build.
Passed: every manifest of every course in every language fits, and one that is spoilt on purpose does not.
`;

interface Standard {
  readonly manifest: string;
  /** Namespaces with the schema of each. */
  readonly schemas: readonly (readonly [namespace: string, file: string])[];
  /** What the schemas need besides. */
  readonly more: readonly string[];
  /** Something that must be in it, and is taken out to see that it is missed. */
  readonly spoil: RegExp;
}

const standards: Readonly<Partial<Record<PackageFormat, Standard>>> = {
  scorm12: {
    manifest: 'imsmanifest.xml',
    schemas: [
      ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
      ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
    ],
    more: ['ims_xml.xsd'],
    spoil: / identifier="player"/,
  },
  scorm2004: {
    manifest: 'imsmanifest.xml',
    schemas: [
      ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
      ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ],
    more: ['xml.xsd'],
    spoil: / identifier="player"/,
  },
  cmi5: {
    manifest: 'cmi5.xml',
    schemas: [['https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd', 'CourseStructure.xsd']],
    more: [],
    spoil: /<url>index\.html<\/url>/,
  },
};

const webRoot = join(import.meta.dirname, '../dist/web');

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { schemas: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const folder = resolve(values.schemas ?? '');
  const needed = Object.values(standards).flatMap(({ schemas, more }) => [...schemas.map(([, file]) => file), ...more]);
  const absent = needed.filter((file) => !existsSync(join(folder, file)));
  if (values.help || values.schemas === undefined || absent.length > 0) {
    console.log(usage);
    if (values.schemas !== undefined) console.log(`Not there: ${absent.join(', ')}`);
    return values.help ? 0 : 2;
  }
  let failed = 0;
  for (const { id, languages } of readCourses())
    for (const language of languages)
      for (const [format, standard] of Object.entries(standards)) {
        const faults = await checkExport(folder, { id, language, format, standard });
        console.log(`${faults.length === 0 ? 'passed' : 'FAILED'}  ${id} ${language} ${format}`);
        for (const fault of faults) console.log(`  ${fault}`);
        failed += faults.length === 0 ? 0 : 1;
      }
  return failed === 0 ? 0 : 1;
}

/** Courses that the build wrote, with their languages. */
function readCourses(): readonly { readonly id: string; readonly languages: readonly string[] }[] {
  // Every course of ours is built in its source language; the one there is names the others.
  const course = readBuiltCourse(webRoot, 'recognising-trafficking', 'en');
  if (course === null) throw new Error('nothing is built: npm run build');
  return [{ id: course.id, languages: course.languages }];
}

async function checkExport(
  folder: string,
  {
    id,
    language,
    format,
    standard,
  }: { readonly id: string; readonly language: string; readonly format: string; readonly standard: Standard },
): Promise<readonly string[]> {
  const course = readBuiltCourse(webRoot, id, language);
  if (course === null) return ['it is not built in this language'];
  const data = { course, organisation: null, slots: [], receipts: null };
  // One of the keys of `standards`.
  const files = unzipSync(exportCourse(webRoot, data, format as PackageFormat));
  const manifest = strFromU8(files[standard.manifest] ?? new Uint8Array());
  const faults = await faultsOf(folder, manifest, standard);
  const missed = await faultsOf(folder, manifest.replace(standard.spoil, ''), standard);
  return missed.length > 0 ? faults : [...faults, 'a manifest that was spoilt on purpose fits too'];
}

async function faultsOf(folder: string, manifest: string, standard: Standard): Promise<readonly string[]> {
  const names = [...standard.schemas.map(([, file]) => file), ...standard.more];
  const preload = names.map((fileName) => ({
    fileName,
    // Nothing is fetched: what lies elsewhere is named by its file.
    contents: readFileSync(join(folder, fileName), 'utf8').replaceAll(
      /schemaLocation(\s*=\s*)"https?:[^"]*\/([^"/]+)"/g,
      'schemaLocation$1"$2"',
    ),
  }));
  const imports = standard.schemas.map(([space, file]) => `<xs:import namespace="${space}" schemaLocation="${file}"/>`);
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const { valid, errors } = await validateXML({
    xml: { fileName: standard.manifest, contents: manifest },
    schema: { fileName: 'all.xsd', contents: all },
    preload,
  });
  return valid ? [] : errors.map(({ message }) => message.slice(0, 300));
}

process.exitCode = await run();
