import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectPackage, type PackageReport } from '#modules/learning/server';
import { buildZip, type ZippedFile } from './support/build-zip.ts';
import { course, parts, scorm } from './support/small-scorm.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-package-'));
});
afterAll(() => {
  // Nothing was ever unpacked beside what the tests wrote.
  expect(readdirSync(folder).every((name) => name === 'package')).toBe(true);
  rmSync(folder, { recursive: true });
});

async function inspect(bytes: Uint8Array | string): Promise<PackageReport> {
  const path = join(folder, 'package');
  writeFileSync(path, bytes);
  const report = await inspectPackage(path);
  for (const { level, code } of report.problems) told[level].add(code);
  return report;
}

/** Every code that any package here was told. */
const told = { refusal: new Set<string>(), warning: new Set<string>() };

const codesOf = ({ problems }: PackageReport): readonly string[] => problems.map(({ code }) => code);
const zipped = (files: readonly ZippedFile[]): Promise<PackageReport> => inspect(buildZip(files));

const withManifest = (manifest: string, files: readonly ZippedFile[] = parts): Promise<PackageReport> =>
  zipped([{ name: 'imsmanifest.xml', data: manifest }, ...files]);

describe('a SCORM package', () => {
  test('is taken with the title of its default organisation and what its items launch, whatever its name is', async () => {
    const whole = { ok: true, kind: 'scorm12', title: 'Safe talks', activities: 2, problems: [] };
    expect(await withManifest(scorm(course))).toEqual(whole);
    expect(await withManifest(scorm(course, '2004 4th Edition'))).toEqual({ ...whole, kind: 'scorm2004' });
    const files = [{ name: 'imsmanifest.xml', data: scorm(course) }, ...parts];
    expect(await inspect(buildZip(files, { zip64: true }))).toEqual(whole);
  });

  const faults: readonly (readonly [string, string, readonly ZippedFile[], Partial<PackageReport>])[] = [
    ['launch-file-missing', scorm(course), parts.slice(1), { ok: false, activities: 1, title: 'Safe talks' }],
    [
      'launch-file-missing',
      scorm(course.replace('identifierref="r2"', 'identifierref="r9"')),
      parts,
      { activities: 1 },
    ],
    ['file-missing', scorm(course.replace('<file href="one.html"/>', '<file href="x.png"/>')), parts, { ok: true }],
    [
      'no-organization',
      scorm(course.replace(/<organizations[^]*<\/organizations>/, '<organizations/>')),
      parts,
      { ok: true, activities: 2, title: null },
    ],
    ['nothing-to-launch', scorm('<organizations/><resources/>'), [], { ok: false, activities: 0 }],
    [
      'remote-activity',
      scorm(course.replace('href="one.html?lang=en#top"', 'href="https://example.org/a"')),
      parts,
      { ok: true, activities: 1 },
    ],
    [
      'sequencing-ignored',
      scorm(course.replace('<title>One', '<sequencing xmlns="http://www.imsglobal.org/xsd/imsss"/><title>One')),
      parts,
      { ok: true },
    ],
    ['manifest-empty', ' ', [], { ok: false, kind: 'unknown' }],
    ['manifest-invalid', '<manifest><a></manifest>', [], { ok: false }],
    ['manifest-invalid', '<other/>', [], { ok: false }],
    ['xml-doctype', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${scorm(course)}`, [], { ok: false }],
    ['unknown-kind', '<manifest><metadata/></manifest>', [], { ok: false }],
    ['svg-with-script', scorm(course), [...parts, { name: 'a.svg', data: '<svg><script/></svg>' }], { ok: true }],
    ['cross-frame', scorm(course), [...parts, { name: 'a.html', data: '<frameset>' }], { ok: true }],
  ];
  test.each(faults)('%s is told', async (code, manifest, files, rest) => {
    const report = await withManifest(manifest, files);
    expect(codesOf(report)).toEqual([code]);
    expect(report).toMatchObject(rest);
  });

  test('a script that could look into frames is no warning where there are none', async () => {
    const script = { name: 'a.js', data: 'element.contentWindow.document.title' };
    expect(codesOf(await withManifest(scorm(course), [...parts.slice(0, 1), script]))).not.toContain('cross-frame');
    const framed = { name: 'framed.html', data: '<iframe src="index.html"></iframe>' };
    expect(codesOf(await withManifest(scorm(course), [...parts, framed, script]))).toEqual(['cross-frame']);
  });

  test('everything is told, not the first thing alone, and a misplaced manifest with its title', async () => {
    const report = await withManifest(
      scorm(course.replace('<file href="one.html"/>', '<file href="x.png"/>')),
      parts.slice(0, 1),
    );
    expect(codesOf(report).toSorted()).toEqual(['file-missing', 'launch-file-missing']);
    const misplaced = await zipped([{ name: 'course/imsmanifest.xml', data: scorm(course) }, ...parts]);
    expect([codesOf(misplaced), misplaced.kind, misplaced.title]).toEqual([
      ['manifest-not-at-root'],
      'scorm12',
      'Safe talks',
    ]);
  });
});

describe('a cmi5 course', () => {
  const unit = (id: string, url: string, more = ''): string =>
    `<au id="${id}" ${more}><title><langstring lang="en">U</langstring></title><description><langstring>D</langstring></description><url>${url}</url></au>`;
  const structure = (units: string): string =>
    `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c">
    <title><langstring lang="en">A course</langstring><langstring lang="nl">Een cursus</langstring></title>
    <description><langstring>D</langstring></description></course>${units}</courseStructure>`;
  const id = 'https://example.org/1';
  const packed = (units: string): Promise<PackageReport> =>
    zipped([
      { name: 'cmi5.xml', data: structure(units) },
      { name: 'a/index.html', data: '<p>' },
    ]);

  test('is taken in a package and, with whole addresses, alone', async () => {
    expect(await packed(unit(id, 'a/index.html?x=1', 'moveOn="Passed" masteryScore="0.8"'))).toEqual({
      ...{ ok: true, kind: 'cmi5', title: 'A course', activities: 1, problems: [] },
    });
    const alone = await inspect(structure(unit(id, 'https://example.org/au')));
    expect([alone.ok, alone.kind, codesOf(alone)]).toEqual([true, 'cmi5', ['remote-activity']]);
  });

  test.each([
    ['cmi5-iri', unit('one', 'a/index.html')],
    ['cmi5-duplicate-id', unit(id, 'a/index.html') + unit(id, 'a/index.html')],
    ['cmi5-url-invalid', unit(id, 'ftp://example.org/')],
    ['cmi5-reserved-parameter', unit(id, 'a/index.html?Fetch=1')],
    ['launch-file-missing', unit(id, 'b/index.html')],
    ['cmi5-schema', unit(id, 'a/index.html', 'masteryScore="1.5"')],
    ['cmi5-schema', unit(id, 'a/index.html', 'moveOn="Never"')],
    ['cmi5-schema', unit(id, 'a/index.html').replace(/<description>.*<\/description>/, '')],
  ])('%s is told', async (code, units) => {
    const report = await packed(units);
    expect([codesOf(report), report.ok, report.title]).toEqual([[code], false, 'A course']);
  });

  test('a relative address needs a package; other XML is no course', async () => {
    expect(codesOf(await inspect(structure(unit(id, 'a/index.html'))))).toEqual(['cmi5-relative-url']);
    expect(await inspect('<html/>')).toMatchObject({
      ok: false,
      kind: 'unknown',
      problems: [{ code: 'unknown-kind' }],
    });
    expect(codesOf(await packed(''))).toEqual(['cmi5-schema', 'nothing-to-launch']);
  });

  test('tells an objective once, and points at it as often as it likes', async () => {
    const goal = `<objective id="https://example.org/goal"><title><langstring lang="en">A goal</langstring></title>
      <description><langstring lang="en">Why</langstring></description></objective>`;
    const used = unit(id, 'a/index.html').replace(
      '<url>',
      '<objectives><objective idref="https://example.org/goal"/></objectives><url>',
    );
    const told = (goals: string) => packed(`<objectives>${goals}</objectives>${used}`);
    expect(codesOf(await told(goal))).toEqual([]);
    expect(codesOf(await told(goal + goal))).toEqual(['cmi5-duplicate-id']);
  });
});

describe('other packages', () => {
  const library = {
    title: 'L',
    machineName: 'H5P.A',
    majorVersion: 1,
    minorVersion: 2,
    patchVersion: 3,
    runnable: 1,
    preloadedJs: [{ path: 'a.js' }],
  };
  const description = {
    ...{ title: ' Cards ', language: 'en', mainLibrary: 'H5P.A', embedTypes: ['div'], license: 'U' },
    preloadedDependencies: [{ machineName: 'H5P.A', majorVersion: 1, minorVersion: 2 }],
  };
  const h5p = (about: object, lib: object, more: readonly ZippedFile[] = []): Promise<PackageReport> =>
    zipped([
      { name: 'h5p.json', data: JSON.stringify(about) },
      { name: 'content/content.json', data: '{}' },
      { name: 'H5P.A-1.2/library.json', data: JSON.stringify(lib) },
      { name: 'H5P.A-1.2/a.js', data: '1' },
      ...more,
    ]);

  test('H5P is taken whole, and told what it lacks', async () => {
    expect(await h5p(description, library)).toEqual({
      ok: true,
      kind: 'h5p',
      title: 'Cards',
      activities: 1,
      problems: [],
    });
    const told = async (report: Promise<PackageReport>): Promise<readonly string[]> => codesOf(await report);
    const { license: _license, ...lacking } = description;
    expect(await told(h5p(lacking, library))).toEqual(['h5p-schema']);
    expect(await told(h5p(description, { ...library, majorVersion: 2 }))).toEqual(['h5p-library-name']);
    expect(await told(h5p(description, { ...library, coreApi: { majorVersion: 9, minorVersion: 0 } }))).toEqual([
      'h5p-core-too-new',
    ]);
    expect(await told(h5p(description, { ...library, preloadedJs: [{ path: 'b.js' }] }))).toEqual(['h5p-file-missing']);
    const other = { machineName: 'H5P.B', majorVersion: 1, minorVersion: 0 };
    expect(await told(h5p({ ...description, preloadedDependencies: [other] }, library))).toEqual([
      'h5p-library-missing',
    ]);
    expect(await told(h5p(description, library, [{ name: 'H5P.A-1.2/language/NL.json', data: '{}' }]))).toEqual([
      'h5p-library-name',
    ]);
    expect(await told(h5p(description, library, [{ name: 'H5P.A-1.2/language/nl.json', data: '{' }]))).toEqual([
      'h5p-json',
    ]);
    expect(await told(zipped([{ name: 'h5p.json', data: '{' }]))).toEqual(['h5p-json', 'h5p-file-missing']);
  });

  test('H5P may say its versions as digits, as most of what is exported does, and holds what systems leave behind', async () => {
    const asDigits = (one: { majorVersion: number; minorVersion: number }) => ({
      ...one,
      majorVersion: String(one.majorVersion),
      minorVersion: String(one.minorVersion),
    });
    const [needed] = description.preloadedDependencies;
    const said = { ...description, preloadedDependencies: needed === undefined ? [] : [asDigits(needed)] };
    const written = { ...asDigits(library), patchVersion: '3', runnable: '1' };
    const left = [{ name: 'H5P.A-1.2/language/._nl.json', data: 'Mac' }];
    expect(await h5p(said, written, left)).toMatchObject({ ok: true, problems: [] });
    const wrong = { ...said, preloadedDependencies: [{ ...needed, majorVersion: '1x' }] };
    expect(codesOf(await h5p(wrong, written))).toEqual(['h5p-schema']);
    const newer = { ...written, coreApi: { majorVersion: '9', minorVersion: '0' } };
    expect(codesOf(await h5p(said, newer))).toEqual(['h5p-core-too-new']);
  });

  test('a common cartridge tells what could be taken over, and what not', async () => {
    const manifest = `<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"><metadata><schema>IMS Common Cartridge</schema>
    <lom xmlns="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"><general><title><string>A cartridge</string></title></general></lom></metadata><organizations/>
    <resources><resource identifier="a" type="webcontent" href="a.html"/><resource identifier="b" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"/>
    <resource identifier="c" type="imsdt_xmlv1p3"/></resources></manifest>`;
    const report = await zipped([
      { name: 'imsmanifest.xml', data: manifest },
      { name: 'a.html', data: '<p>' },
    ]);
    expect(report).toMatchObject({
      ok: true,
      kind: 'common-cartridge',
      title: 'A cartridge',
      activities: 2,
      problems: [{ code: 'not-converted', where: 'imsdt_xmlv1p3' }],
    });
    const empty = await zipped([
      { name: 'imsmanifest.xml', data: manifest.replace(/<resources>[^]*<\/resources>/, '<resources/>') },
    ]);
    expect([empty.ok, codesOf(empty)]).toEqual([true, ['nothing-to-convert']]);
    // What it lists and does not hold is told, each file once, and nothing that lies elsewhere.
    const lists = '<file href="pic.png"/><file href="https://example.org/x.png"/>';
    const lacking = await zipped([
      {
        name: 'imsmanifest.xml',
        data: manifest.replace('href="a.html"/>', `href="a.html">${lists}<file href="pic.png"/></resource>`),
      },
    ]);
    expect([lacking.ok, lacking.activities]).toEqual([true, 1]);
    expect(lacking.problems.filter(({ code }) => code === 'file-missing').map(({ where }) => where)).toEqual([
      'a.html',
      'pic.png',
    ]);
  });

  test('AICC, and what is no package', async () => {
    expect(await zipped([{ name: 'a.crs' }, { name: 'a.au' }])).toMatchObject({
      ok: false,
      kind: 'aicc',
      problems: [{ code: 'aicc-not-supported' }],
    });
    for (const name of ['course.CRS', 'course.au', 'course.cst', 'course.des'])
      expect(codesOf(await zipped([{ name }]))).toEqual(['aicc-not-supported']);
    expect(codesOf(await zipped([{ name: 'readme.txt' }]))).toEqual(['no-manifest']);
    const declared = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- nothing yet -->\n';
    for (const data of ['', '  \n', declared])
      expect(codesOf(await zipped([{ name: 'imsmanifest.xml', data }]))).toEqual(['manifest-empty']);
    expect(codesOf(await zipped([{ name: 'imsmanifest.xml', data: `${declared}<manifest` }]))).toEqual([
      'manifest-invalid',
    ]);
    expect(codesOf(await inspect('plain words'))).toEqual(['not-a-zip']);
    expect(codesOf(await inspect(''))).toEqual(['not-a-zip']);
  });
});

describe('a hostile archive', () => {
  const big = Buffer.alloc(1_500_000);
  test.each<readonly [string, readonly ZippedFile[]]>([
    ['unsafe-path', [{ name: '../evil' }]],
    ['unsafe-path', [{ name: '/etc/passwd' }]],
    ['unsafe-path', [{ name: 'C:/evil' }]],
    ['unsafe-path', [{ name: 'a\\..\\evil' }]],
    ['unsafe-path', [{ name: `${'a/'.repeat(20)}b` }]],
    ['unsafe-path', [{ name: 'a'.repeat(241) }]],
    ['unsafe-path', [{ name: 'a\u0000b' }]],
    ['link-entry', [{ name: 'link', data: '/etc/passwd', mode: 0o120777 }]],
    ['link-entry', [{ name: 'pipe', mode: 0o010644 }]],
    ['encrypted', [{ name: 'a', encrypted: true }]],
    ['duplicate-entry', [{ name: 'a.html' }, { name: 'A.html' }]],
    ['duplicate-entry', [{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }]],
    [
      'too-dense',
      [
        { name: 'bomb', data: big },
        {
          name: 'noise',
          data: Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * 7919) % 251)),
          stored: true,
        },
      ],
    ],
    ['corrupt-entry', [{ name: 'a', data: 'words', claims: { crc: 1 } }]],
    ['corrupt-entry', [{ name: 'a', data: 'words', claims: { size: 3 } }]],
    ['corrupt-entry', [{ name: 'a', data: 'words', claims: { size: 90 } }]],
  ])('%s is told once, and nothing more is looked at', async (code, files) => {
    const report = await zipped([{ name: 'imsmanifest.xml', data: scorm(course) }, ...parts, ...files]);
    expect(report).toMatchObject({ ok: false, kind: 'unknown', title: null, activities: 0 });
    expect(codesOf(report)).toEqual([code]);
  });

  test('too many files, claims beyond all bounds, and a cut file', async () => {
    const many = Array.from({ length: 5_001 }, (_, at) => ({ name: `f${String(at)}`, stored: true }));
    expect(codesOf(await zipped(many))).toEqual(['too-many-files']);
    const huge = await zipped([{ name: 'a', data: 'a', claims: { size: 600_000_000 } }]);
    expect(codesOf(huge)).toContain('too-large');
    const whole = buildZip([{ name: 'imsmanifest.xml', data: scorm(course) }, ...parts]);
    expect((await inspect(whole.subarray(0, whole.length - 30))).ok).toBe(false);
  });

  test('names are told without what could move a cursor, and no more than 80 characters of them', async () => {
    const report = await zipped([{ name: `../\u202e${'x'.repeat(200)}` }]);
    expect(report.problems[0]?.where?.length).toBe(80);
    expect(report.problems[0]?.where).not.toContain('\u202e');
  });

  test('no bytes whatever end in anything but a report', async () => {
    const whole = buildZip([{ name: 'imsmanifest.xml', data: scorm(course) }, ...parts]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const report = await inspect(bytes);
          expect(report.ok).toBe(report.problems.every(({ level }) => level === 'warning'));
        },
      ),
      { numRuns: 300 },
    );
  });
});

// But `large`, which has a file of its own.
test('every code there is was told by some package above', () => {
  expect([...told.refusal].toSorted()).toEqual(
    [
      ...['not-a-zip', 'encrypted', 'unsafe-path', 'link-entry', 'duplicate-entry', 'too-many-files', 'too-large'],
      ...['too-dense', 'corrupt-entry', 'no-manifest', 'manifest-not-at-root', 'manifest-empty', 'manifest-invalid'],
      ...['xml-doctype', 'aicc-not-supported', 'nothing-to-launch', 'launch-file-missing', 'unknown-kind'],
      ...['cmi5-iri', 'cmi5-duplicate-id', 'cmi5-url-invalid', 'cmi5-relative-url', 'cmi5-reserved-parameter'],
      ...['cmi5-schema', 'h5p-json', 'h5p-schema', 'h5p-library-name', 'h5p-library-missing', 'h5p-file-missing'],
      'h5p-core-too-new',
    ].toSorted(),
  );
  expect([...told.warning].toSorted()).toEqual(
    [
      ...['file-missing', 'no-organization', 'not-converted', 'nothing-to-convert', 'svg-with-script', 'cross-frame'],
      ...['sequencing-ignored', 'remote-activity'],
    ].toSorted(),
  );
});

test('the command answers in JSON, with 0 for what is taken and 2 for what is not', () => {
  const path = join(folder, 'package');
  const ask = (bytes: Uint8Array | string): { status: number; report: PackageReport } => {
    writeFileSync(path, bytes);
    try {
      const out = execFileSync(process.execPath, ['src/apps/cli/main.ts', 'package', 'inspect', path, '--json'], {
        stdio: 'pipe',
      });
      return { status: 0, report: JSON.parse(String(out)) as PackageReport };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: Buffer };
      return { status, report: JSON.parse(String(stdout)) as PackageReport };
    }
  };
  const taken = ask(buildZip([{ name: 'imsmanifest.xml', data: scorm(course) }, ...parts]));
  expect([taken.status, taken.report.ok, taken.report.kind]).toEqual([0, true, 'scorm12']);
  const left = ask('nothing');
  expect([left.status, left.report.ok, left.report.title]).toEqual([2, false, null]);
});
