import type { InspectedManifest } from './inspect-scorm.ts';
import type { Archive } from './open-archive.ts';
import { warned } from './package-report.ts';
import { childOf, childrenOf, within, type XmlElement } from './read-xml.ts';
import { resolveHref } from './resolve-href.ts';

/** A common cartridge: pages and assessments that could be taken over, and by name what could not. */
export function inspectCartridge(manifest: XmlElement, { names }: Pick<Archive, 'names'>): InspectedManifest {
  const resources = childrenOf(childOf(manifest, 'resources'), 'resource');
  const lom = within(manifest).find(({ name }) => name === 'lom');
  const title = childOf(childOf(childOf(lom, 'general'), 'title'), 'string')?.text.replaceAll(/\s+/g, ' ') ?? '';
  const taken = resources.filter((resource) => isPage(resource, names) || isAssessment(resource));
  const absent = resources.flatMap(filesOf).filter((path) => !names.has(path));
  const left = resources.filter((resource) => !taken.includes(resource) && !isPlainFile(resource));
  return {
    title: title === '' ? null : title,
    activities: taken.length,
    problems: [
      ...left.map(({ attributes }) =>
        warned('not-converted', 'This part is not taken over.', attributes.get('type') ?? attributes.get('identifier')),
      ),
      ...[...new Set(absent)].map((path) =>
        warned('file-missing', 'A file that the package lists is not in it.', path),
      ),
      ...(taken.length === 0 ? [warned('nothing-to-convert', 'Nothing in the cartridge can be taken over.')] : []),
    ],
  };
}

/** Files of ours that a resource names. */
function filesOf(resource: XmlElement): readonly string[] {
  const named = [resource, ...childrenOf(resource, 'file')].flatMap(({ attributes }) => attributes.get('href') ?? []);
  return named
    .map((href) => resolveHref([], href))
    .flatMap(({ path, remote }) => (remote || path === '' ? [] : [path]));
}

function typeOf({ attributes }: XmlElement): string {
  return attributes.get('type') ?? '';
}

function isPage(resource: XmlElement, names: ReadonlySet<string>): boolean {
  const href = resource.attributes.get('href');
  if (typeOf(resource) !== 'webcontent' || href === undefined) return false;
  const { path, remote } = resolveHref([], href);
  return !remote && /\.html?$/iu.test(path) && names.has(path);
}

function isAssessment(resource: XmlElement): boolean {
  return /\/assessment$/u.test(typeOf(resource));
}

/** Pictures and other files that pages use come along with them. */
function isPlainFile(resource: XmlElement): boolean {
  return typeOf(resource) === 'webcontent' || /\/learning-application-resource$/u.test(typeOf(resource));
}
