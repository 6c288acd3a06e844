/*
 * The rules of imports. One table per idea; `tests/architecture` plants a violation of each and proves that it is caught.
 * Tests beside the code may reach what they test through tests/support and the doors of others, never around a door.
 */
const kernelOrder = [
  'languages',
  'procedures',
  'events',
  'audit',
  'access',
  'accounts',
  'spaces',
  'people',
  'documents',
  'tasks',
  'notices',
  'content',
  'gatherings',
  'disclosure',
];

/** Edges between modules that a decision record allows; all other news goes by events. */
const moduleEdges = { casework: ['learning', 'network'], outreach: ['learning'] };
const modules = ['casework', 'diplomacy', 'learning', 'outreach', 'network'];

const test = String.raw`\.test\.tsx?$`;
const area = '^src/(kernel|modules)/([^/]+)/';
const anyDoor = String.raw`^src/(kernel|modules)/[^/]+/((server|client|web|testing)/)?index\.tsx?$`;
const sharedDoor = String.raw`^src/(kernel|modules)/[^/]+/index\.ts$`;
const serverSide = '^src/(platform/server|apps/server|(kernel|modules)/[^/]+/server)/';
const webSide = '^src/(platform/web|apps/web|(kernel|modules)/[^/]+/web)/';
const platformDoor = String.raw`^src/platform/((base|crypto|client)/index\.ts|crypto/(server|server-sealed|envelope)\.ts|(server|web)/[^/]+/index\.tsx?)$`;
const base = String.raw`^src/platform/base/index\.ts$`;

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What code in one folder of an area may import of ours; everything else of ours is refused. */
const layer = (folder, allowed) =>
  rule(
    `layer-${folder.replaceAll('/', '-')}`,
    `House style, section 3: ${folder}`,
    { path: `${area}${folder}/`, pathNot: test },
    {
      path: '^src/',
      pathNot: [base, ...allowed],
    },
  );

/** Own folders; `open` is what is outside `sealed`, also in an area whose model has no sealed part. */
const own = (...folders) =>
  folders.map((folder) => `^src/$1/$2/${folder === 'open' ? 'model/(?!sealed/)' : `${folder}/`}`);

module.exports = {
  forbidden: [
    // D1: doors
    rule(
      'doors-only',
      'D1: another area or module is entered by a door',
      { path: area },
      {
        path: '^src/(kernel|modules)/',
        pathNot: ['^src/$1/$2/', anyDoor],
      },
    ),
    rule(
      'doors-only-from-outside',
      'D1: apps, scripts and tests enter by doors',
      { path: '^(src/apps|scripts|tests/(support|journeys))/' },
      {
        path: '^src/(kernel|modules)/',
        // Catalogues are data and have doors of their own, so that another language is fetched alone.
        pathNot: [anyDoor, '/messages/(en|nl)(/player)?[.]ts$'],
      },
    ),
    rule(
      'platform-doors-only',
      'D1: platform is entered by its doors',
      { path: '^src/(kernel|modules|apps)/' },
      {
        path: '^src/platform/',
        pathNot: [platformDoor],
      },
    ),
    rule(
      'platform-doors-between-parts',
      'D1: parts of the platform meet at doors',
      { path: '^src/platform/(base|crypto|client|(?:server|web)/[^/]+)/', pathNot: test },
      {
        path: '^src/platform/',
        pathNot: ['^src/platform/$1/', platformDoor],
      },
    ),

    // D2: layers
    rule(
      'platform-knows-nothing',
      'D2: platform imports neither kernel nor modules',
      { path: '^src/platform/' },
      { path: '^src/(kernel|modules|apps)/' },
    ),
    rule(
      'kernel-knows-no-module',
      'D2: the kernel imports no module',
      { path: '^src/kernel/' },
      { path: '^src/(modules|apps)/' },
    ),
    rule(
      'nobody-imports-apps',
      'D2: composition roots are imported by nobody',
      { path: '^src/modules/' },
      { path: '^src/apps/' },
    ),
    ...kernelOrder.slice(0, -1).map((name, index) =>
      rule(
        `kernel-order-${name}`,
        'D2: kernel areas keep their order',
        { path: `^src/kernel/${name}/` },
        {
          path: `^src/kernel/(${kernelOrder.slice(index + 1).join('|')})/`,
        },
      ),
    ),
    rule(
      'kernel-order-known',
      'D2: every kernel area has its place in the order',
      { path: String.raw`^src/kernel/(?!(${kernelOrder.join('|')})/)` },
      {},
    ),
    rule(
      'base-imports-nothing',
      'Section 3: base imports nothing of ours',
      { path: '^src/platform/base/' },
      { path: '^src/', pathNot: '^src/platform/base/' },
    ),
    rule(
      'crypto-imports-base',
      'Section 3: crypto imports base',
      { path: '^src/platform/crypto/' },
      { path: '^src/', pathNot: [base, '^src/platform/crypto/'] },
    ),
    rule(
      'client-imports-base-and-crypto',
      'Section 3: the client protocol imports base and crypto',
      { path: '^src/platform/client/' },
      {
        path: '^src/',
        pathNot: [base, '^src/platform/client/', String.raw`^src/platform/crypto/(index|envelope)\.ts$`],
      },
    ),

    // Section 3: inside an area
    layer('model/open', [...own('model/open'), sharedDoor]),
    layer('model/sealed', [...own('model'), sharedDoor, String.raw`^src/platform/crypto/(index|envelope)\.ts$`]),
    layer('policy', [...own('policy', 'open'), sharedDoor]),
    layer('contract', [
      ...own('contract', 'policy', 'open'),
      sharedDoor,
      String.raw`^src/platform/crypto/envelope\.ts$`,
    ]),
    layer('client', [
      ...own('client', 'contract', 'policy', 'model'),
      sharedDoor,
      String.raw`^src/(kernel|modules)/[^/]+/client/index\.ts$`,
      String.raw`^src/platform/(client|crypto)/index\.ts$`,
      String.raw`^src/platform/crypto/envelope\.ts$`,
    ]),
    layer('messages', [...own('messages'), String.raw`^src/kernel/languages/index\.ts$`]),
    layer('server', [
      ...own('server', 'open', 'policy', 'contract', 'messages'),
      sharedDoor,
      String.raw`^src/(kernel|modules)/[^/]+/server/index\.ts$`,
      String.raw`^src/platform/server/[^/]+/index\.ts$`,
      String.raw`^src/platform/crypto/(server|server-sealed|envelope)\.ts$`,
    ]),
    layer('web', [
      ...own('web', 'client', 'contract', 'policy', 'model', 'messages'),
      sharedDoor,
      String.raw`^src/(kernel|modules)/[^/]+/(web|client)/index\.tsx?$`,
      String.raw`^src/platform/web/[^/]+/index\.tsx?$`,
      String.raw`^src/platform/(client|crypto)/index\.ts$`,
      String.raw`^src/platform/crypto/envelope\.ts$`,
    ]),
    layer('testing', [
      ...own('(?!web)[^/]+'),
      sharedDoor,
      String.raw`^src/(kernel|modules)/[^/]+/(client|testing|server)/index\.ts$`,
      String.raw`^src/platform/(client|crypto|server/[^/]+)/(index|server)\.ts$`,
    ]),

    // D3: what people told us
    {
      ...rule(
        'server-never-reaches-sealed',
        'D3: nothing under server reaches model/sealed, even through others or by type',
        { path: serverSide, pathNot: test },
        {
          path: '^src/(kernel|modules)/[^/]+/model/sealed/',
          reachable: true,
        },
      ),
    },
    rule(
      'server-never-reaches-client',
      'The client folder opens sealed things: a server never reaches it',
      { path: serverSide, pathNot: test },
      {
        path: '^src/(platform/client|(kernel|modules)/[^/]+/client)/',
        reachable: true,
      },
    ),
    rule(
      'server-never-decrypts',
      'Security 16.1: no decrypt path on the server',
      { path: serverSide, pathNot: test },
      {
        path: String.raw`^src/platform/crypto/(index\.ts|suite-\d+/(records|sealed-box|space-keys|documents|user-keys|opaque-client)\.ts)$`,
        reachable: true,
      },
    ),
    rule(
      'server-sealed-for-notices',
      'Security 16.1, decisions 0051, 0061 and 0069: what the server can open are addresses for reminders and invitations and its own key for badges, and only there',
      {
        path: '^src/',
        pathNot: [
          '^src/kernel/(notices|gatherings)/server/',
          String.raw`^src/modules/learning/server/(sealed-letter|learning-secrets|badges/badge-keys)\.ts$`,
          '^src/platform/crypto/server-sealed',
          test,
        ],
      },
      { path: '^src/platform/crypto/server-sealed' },
    ),
    rule(
      'sealed-leaves-by-web-or-client',
      'D3: sealed types leave by the web door or the client door only',
      { path: sharedDoor },
      { path: '/model/sealed/', reachable: true },
    ),

    // D4: two sides
    rule(
      'web-never-reaches-server',
      'D4: browser code never reaches server code',
      { path: webSide, pathNot: test },
      {
        path: String.raw`^src/(platform/(server|crypto/native)/|platform/crypto/server\.ts|apps/(server|cli)/|(kernel|modules)/[^/]+/server/)`,
        reachable: true,
      },
    ),
    rule(
      'shared-without-node',
      'D4: shared folders use no Node API',
      {
        path: '^src/(platform/(base|crypto|client)|(kernel|modules)/[^/]+/(index|model|policy|contract|client|messages))',
        // The server's own hashes: platform/crypto/native is reached by the server door alone.
        pathNot: [test, '^src/platform/crypto/native/'],
      },
      {
        dependencyTypes: ['core'],
      },
    ),
    rule(
      'shared-without-sides',
      'D4: shared folders reach neither side',
      {
        path: '^src/(platform/(base|crypto|client)/|(kernel|modules)/[^/]+/(index\\.ts|(model|policy|contract|client|messages)/))',
        pathNot: test,
      },
      {
        path: '^src/(platform/(server|web)|apps|(kernel|modules)/[^/]+/(server|web|testing))/',
      },
    ),

    // D5
    rule('no-cycle', 'D5: no cycles; type-only cycles count', {}, { circular: true }),

    // D6
    ...modules.map((name) =>
      rule(
        `module-edges-${name}`,
        'D6: an edge between modules is listed with a reason',
        { path: `^src/modules/${name}/` },
        {
          path: `^src/modules/(${modules.filter((other) => other !== name && !(moduleEdges[name] ?? []).includes(other)).join('|')})/`,
        },
      ),
    ),
    rule(
      'modules-known',
      'D6: every module is in the list',
      { path: String.raw`^src/modules/(?!(${modules.join('|')})/)` },
      {},
    ),

    // D7, D8
    rule(
      'sql-in-store-only',
      'D7: query builder and driver only in store and platform/server',
      { path: '^src/', pathNot: ['^src/platform/server/', '/server/store/', test] },
      {
        path: String.raw`node_modules/(kysely|(@types/)?pg)/`,
      },
    ),
    rule(
      'primitives-in-crypto-only',
      'D8: cryptographic primitives only in platform/crypto',
      { path: '^src/', pathNot: ['^src/platform/crypto/', test] },
      {
        path: String.raw`node_modules/(@hpke|hpke|jose|age-encryption|@serenity-kit|shamir-secret-sharing|@noble|@scure)/`,
      },
    ),
    rule(
      'node-crypto-in-crypto-only',
      'D8: hashes and randomness of Node too',
      { path: '^src/', pathNot: ['^src/platform/crypto/', String.raw`\.d\.ts$`, test] },
      { path: '^(node:)?crypto$', dependencyTypes: ['core'] },
    ),

    // What belongs to practice and tests
    rule(
      'seeded-randomness-stays-in-practice',
      'Casework 14: seeded randomness is unreachable from production code',
      { path: '^src/(platform|kernel|modules|apps/(server|web))/', pathNot: test },
      {
        path: 'seeded-random',
        reachable: true,
      },
    ),
    rule(
      'testing-stays-in-tests',
      'Section 3: testing is for tests and the seed',
      { path: '^src/(platform|kernel|modules|apps)/', pathNot: [test, '/testing/', '^src/apps/cli/seed/'] },
      {
        path: '^(src/(kernel|modules)/[^/]+/testing|tests)/',
      },
    ),
    // A file of a package by its exported name, as an address: the bundler resolves it, or stops.
    rule(
      'resolvable',
      'Every import resolves',
      {},
      { couldNotResolve: true, pathNot: String.raw`^highs/runtime\?url$` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'browser'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json', '.css'],
    },
    skipAnalysisNotInRules: false,
  },
};
