import type { PackageItem } from '../../model/open/play/package-item.ts';
import { childOf, childrenOf, within, type XmlElement } from './read-xml.ts';
import { resolveHref } from './resolve-href.ts';

interface LaunchedResource {
  readonly id: string;
  readonly file: string;
  readonly query: string;
  readonly speaks: boolean;
}

/**
 * The parts of a SCORM package that can be opened here, in the order of its default organisation; where it has none, each resource with a
 * file to begin with. Parts that lie elsewhere are left out.
 */
export function listScormItems(manifest: XmlElement, names: ReadonlySet<string>): readonly PackageItem[] {
  const resources = listLaunched(manifest, names);
  const organizations = childOf(manifest, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const wanted = organizations?.attributes.get('default');
  const organization = all.find(({ attributes }) => attributes.get('identifier') === wanted) ?? all[0];
  const byId = new Map(resources.toReversed().map((one) => [one.id, one]));
  if (organization === undefined) return resources.map((one) => toItem(one, null));
  return within(organization).flatMap((item) => {
    const resource = byId.get(item.attributes.get('identifierref') ?? '');
    return item.name === 'item' && resource !== undefined ? [toItem(resource, item)] : [];
  });
}

function toItem({ id, file, query, speaks }: LaunchedResource, item: XmlElement | null): PackageItem {
  const said = (...wanted: readonly string[]): string =>
    item?.children.find(({ name }) => wanted.includes(name.toLowerCase()))?.text ?? '';
  const title = said('title').replaceAll(/\s+/g, ' ');
  const parameters = item?.attributes.get('parameters') ?? '';
  return {
    title: (title === '' ? id : title).slice(0, 200),
    file,
    query: addParameters(query, parameters),
    speaks,
    launchData: said('datafromlms').slice(0, 4_096),
    masteryScore: said('masteryscore') || scaledOf(item),
  };
}

/** The measure that the main objective asks for (SCORM 2004). */
function scaledOf(item: XmlElement | null): string {
  const objective = item === null ? undefined : within(item).find(({ name }) => name === 'primaryObjective');
  const asked = objective?.attributes.get('satisfiedByMeasure') === 'true';
  return asked ? (childOf(objective, 'minNormalizedMeasure')?.text ?? '1.0') : '';
}

/** Adds the parameters of an item to an address, as SCORM 2004 says (CAM, 3.4.1.9): `?` becomes `&` after another. */
function addParameters(query: string, parameters: string): string {
  const more = parameters.replace(/^[?&]+/, '');
  if (more === '') return query;
  if (more.startsWith('#')) return query.includes('#') ? query : `${query}${more}`;
  const [asked = '', mark = ''] = query.split('#');
  return `${asked}${asked === '' ? '?' : '&'}${more}${mark === '' ? '' : `#${mark}`}`;
}

function listLaunched(manifest: XmlElement, names: ReadonlySet<string>): readonly LaunchedResource[] {
  const list = childOf(manifest, 'resources');
  const outer = [manifest, list].map((one) => one?.attributes.get('base') ?? '');
  return childrenOf(list, 'resource').flatMap(({ attributes }) => {
    const href = attributes.get('href');
    if (href === undefined) return [];
    const { path, remote } = resolveHref([...outer, attributes.get('base') ?? ''], href);
    if (remote || !names.has(path)) return [];
    // Only what says so says nothing of itself: what is not certain is not taken for done.
    const type = attributes.get('scormtype') ?? attributes.get('scormType') ?? 'sco';
    const query = /[?#].*$/.exec(href.trim())?.[0] ?? '';
    return [{ id: attributes.get('identifier') ?? '', file: path, query, speaks: type.toLowerCase() !== 'asset' }];
  });
}
