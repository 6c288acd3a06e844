import type { Archive } from './open-archive.ts';
import type { InspectedManifest } from './inspect-scorm.ts';
import { refused, warned, type PackageProblem } from './package-report.ts';
import { childOf, childrenOf, within, type XmlElement } from './read-xml.ts';
import { resolveHref } from './resolve-href.ts';

/** The namespace of a cmi5 course structure. */
export const cmi5Namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/** What the launch adds itself; an address may not bring it along (cmi5, section 8.1). */
const reserved = ['endpoint', 'fetch', 'actor', 'registration', 'activityid'];

/** A cmi5 course structure, in a package or alone (`archive` null). */
export function inspectCmi5(root: XmlElement, archive: Pick<Archive, 'names'> | null): InspectedManifest {
  const own = within(root).filter(({ namespace }) => namespace === cmi5Namespace);
  const units = own.filter(({ name }) => name === 'au');
  const named = own.filter(({ name }) => ['course', 'au', 'block', 'objective'].includes(name));
  const titles = childrenOf(childOf(childOf(root, 'course'), 'title'), 'langstring');
  const title = titles[0]?.text.replaceAll(/\s+/g, ' ') ?? '';
  return {
    title: title === '' ? null : title,
    activities: units.length,
    problems: [
      ...schemaProblems(root),
      ...idProblems(named, childrenOf(childOf(root, 'objectives'), 'objective')),
      ...units.flatMap((unit) => urlProblems(unit, archive)),
      ...(units.length === 0 ? [refused('nothing-to-launch', 'The course has no part that could be opened.')] : []),
    ],
  };
}

/** Every part has an id of its own; objectives are told once for the course, and may be named again wherever they are used. */
function idProblems(named: readonly XmlElement[], told: readonly XmlElement[]): readonly PackageProblem[] {
  const ids = named.flatMap(({ name, attributes }) => {
    const id = attributes.get('id');
    return id === undefined ? [] : [{ id, goal: name === 'objective' }];
  });
  const parts = ids.filter(({ goal }) => !goal).map(({ id }) => id);
  const goals = told.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const twice = [parts, goals].flatMap(repeated);
  return [
    ...ids
      .filter(({ id }) => !/^[a-z][a-z0-9+.-]*:\S+$/iu.test(id))
      .map(({ id }) => refused('cmi5-iri', 'An id must be a whole address such as https://example.org/course/1.', id)),
    ...twice.map((id) => refused('cmi5-duplicate-id', 'Two parts of the course have the same id.', id)),
  ];
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))];
}

/** Where the files of a part are served, as far as its address can tell: below a folder that it may not leave. */
const root = 'https://package.invalid/package/secret/';

function urlProblems(unit: XmlElement, archive: Pick<Archive, 'names'> | null): readonly PackageProblem[] {
  const url = childOf(unit, 'url')?.text ?? '';
  if (url === '') return [];
  const absolute = /^[a-z][a-z0-9+.-]*:/iu.test(url);
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  const keys = [...new URLSearchParams(query).keys()].map((key) => key.toLowerCase());
  const taken = keys
    .filter((key) => reserved.includes(key))
    .map((key) =>
      refused('cmi5-reserved-parameter', 'The address of a part uses a name that the launch needs itself.', key),
    );
  if (absolute) {
    const fits = URL.canParse(url) && /^https?:\/\/[^/]/iu.test(url);
    return fits
      ? [...taken, warned('remote-activity', 'A part is fetched from elsewhere; it opens only after a click.', url)]
      : [...taken, refused('cmi5-url-invalid', 'The address of a part is no web address.', url)];
  }
  if (archive === null)
    return [...taken, refused('cmi5-relative-url', 'Without a package, every part needs a whole address.', url)];
  const inside =
    URL.canParse(url, root) && new URL(url, root).href.startsWith(root) && !/^[/\\]|(^|\/)\.\.\//.test(url);
  if (!inside || /\s/u.test(url) || /%(?![0-9a-f]{2})/iu.test(url))
    return [...taken, refused('cmi5-url-invalid', 'The address of a part is no web address.', url)];
  const { path } = resolveHref([], url);
  return archive.names.has(path)
    ? taken
    : [...taken, refused('launch-file-missing', 'The file of a part is not in the package.', path)];
}

interface Rule {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const one = (name: string): Rule => ({ name, least: 1, most: 1 });
const maybe = (name: string): Rule => ({ name, least: 0, most: 1 });
const some = (name: string): Rule => ({ name, least: 1, most: Infinity });

/** Order and number of children, by the public schema; elements of other namespaces may stand anywhere. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  courseStructure: [one('course'), maybe('objectives'), some('au|block')],
  course: [one('title'), one('description')],
  objectives: [some('objective')],
  au: [
    one('title'),
    one('description'),
    maybe('objectives'),
    one('url'),
    maybe('launchParameters'),
    maybe('entitlementKey'),
  ],
  block: [one('title'), one('description'), maybe('objectives'), some('au|block')],
  title: [some('langstring')],
  description: [some('langstring')],
};

const enumerated: Readonly<Record<string, readonly string[]>> = {
  moveOn: ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'],
  launchMethod: ['AnyWindow', 'OwnWindow'],
};

function schemaProblems(root: XmlElement): readonly PackageProblem[] {
  const own = within(root).filter(({ namespace }) => namespace === cmi5Namespace);
  const wrong = (message: string, element: XmlElement) =>
    refused('cmi5-schema', message, element.attributes.get('id') ?? element.name);
  return own.flatMap((element) => {
    const { name, attributes } = element;
    const score = attributes.get('masteryScore');
    const fits = score === undefined || (/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/u.test(score) && Number(score) <= 1);
    return [
      ...(isInOrder(element)
        ? []
        : [wrong('A part of the course structure is missing, twice there, or in the wrong place.', element)]),
      ...(['course', 'au', 'block'].includes(name) && !attributes.has('id')
        ? [wrong('A part of the course structure has no id.', element)]
        : []),
      ...(name === 'au' && !fits ? [wrong('The score to reach must be between 0 and 1.', element)] : []),
      ...(name === 'au' ? Object.entries(enumerated) : [])
        .filter(([key, values]) => attributes.has(key) && !values.includes(attributes.get(key) ?? ''))
        .map(([key]) => wrong(`The value of ${key} is none that cmi5 knows.`, element)),
    ];
  });
}

function isInOrder({ name, children }: XmlElement): boolean {
  const wanted = rules[name];
  if (wanted === undefined) return true;
  const own = children.filter(({ namespace }) => namespace === cmi5Namespace).map((child) => child.name);
  // An objective that is only referred to stands without a title of its own.
  let at = 0;
  for (const { name: names, least, most } of wanted) {
    let count = 0;
    while (at < own.length && names.split('|').includes(own[at] ?? '')) {
      count += 1;
      at += 1;
    }
    if (count < least || count > most) return false;
  }
  return at === own.length;
}
