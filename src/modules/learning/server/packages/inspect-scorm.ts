import type { Archive } from './open-archive.ts';
import { refused, warned, type PackageProblem } from './package-report.ts';
import { childOf, childrenOf, within, type XmlElement } from './read-xml.ts';
import { resolveHref } from './resolve-href.ts';

/** What is known of a package once its manifest was looked at. */
export interface InspectedManifest {
  readonly title: string | null;
  readonly activities: number;
  readonly problems: readonly PackageProblem[];
}

interface Resource {
  readonly id: string;
  /** Where its launch file is; null for none, or one that is elsewhere. */
  readonly launch: { readonly path: string; readonly there: boolean } | null;
  readonly remote: boolean;
  readonly missing: readonly string[];
}

/** A SCORM package of either version: its default organisation, what its items launch, and what is not there. */
export function inspectScorm(manifest: XmlElement, { names }: Pick<Archive, 'names'>): InspectedManifest {
  const resources = listResources(manifest, names);
  const organizations = childOf(manifest, 'organizations');
  const all = childrenOf(organizations, 'organization');
  const wanted = organizations?.attributes.get('default');
  const organization = all.find(({ attributes }) => attributes.get('identifier') === wanted) ?? all[0];
  const title = childOf(organization, 'title')?.text.replaceAll(/\s+/g, ' ') ?? '';
  const missing = resources.flatMap((resource) =>
    resource.missing.map((path) =>
      warned('file-missing', 'The manifest lists a file that is not in the package.', path),
    ),
  );
  const sequencing = within(manifest).some(({ name }) => name === 'sequencing' || name === 'sequencingCollection');
  const ignored = sequencing
    ? [warned('sequencing-ignored', 'Rules for the order of parts are not followed; the order itself is.')]
    : [];
  const launched = organization === undefined ? fromResources(resources) : fromItems(organization, resources);
  return {
    title: title === '' ? null : title,
    activities: launched.activities,
    problems: [...launched.problems, ...missing, ...ignored],
  };
}

function fromItems(organization: XmlElement, resources: readonly Resource[]): Omit<InspectedManifest, 'title'> {
  const items = within(organization).filter(
    ({ name, attributes }) => name === 'item' && attributes.has('identifierref'),
  );
  const byId = new Map(resources.toReversed().map((one) => [one.id, one]));
  const problems: PackageProblem[] = [];
  let activities = 0;
  for (const { attributes } of items) {
    const resource = byId.get(attributes.get('identifierref') ?? '');
    if (resource?.launch?.there) activities += 1;
    else if (resource?.remote)
      problems.push(
        warned('remote-activity', 'A part is fetched from elsewhere; it opens only after a click.', resource.id),
      );
    else
      problems.push(
        refused(
          'launch-file-missing',
          'A part of the course has no file to begin with. Ask the supplier for a whole package.',
          resource?.launch?.path ?? attributes.get('identifierref'),
        ),
      );
  }
  const nothing = activities === 0 && problems.length === 0;
  return {
    activities,
    problems: nothing
      ? [refused('nothing-to-launch', 'There is nothing in the package that could be opened.')]
      : problems,
  };
}

function fromResources(resources: readonly Resource[]): Omit<InspectedManifest, 'title'> {
  const there = resources.filter(({ launch }) => launch?.there).length;
  return there === 0
    ? {
        activities: 0,
        problems: [refused('nothing-to-launch', 'There is nothing in the package that could be opened.')],
      }
    : {
        activities: there,
        problems: [
          warned('no-organization', 'The package does not say in which order its parts come; each is taken by itself.'),
        ],
      };
}

/** Resources of a manifest with the files they name, `xml:base` of all levels included. */
function listResources(manifest: XmlElement, names: ReadonlySet<string>): readonly Resource[] {
  const list = childOf(manifest, 'resources');
  const outer = [manifest, list].map((one) => one?.attributes.get('base') ?? '');
  return childrenOf(list, 'resource').map((resource) => {
    const bases = [...outer, resource.attributes.get('base') ?? ''];
    const href = resource.attributes.get('href');
    const found = href === undefined ? null : resolveHref(bases, href);
    const files = childrenOf(resource, 'file').flatMap(({ attributes }) => attributes.get('href') ?? []);
    const missing = files.flatMap((file) => {
      const path = resolveHref(bases, file);
      return path.remote || names.has(path.path) || path.path === found?.path ? [] : [path.path];
    });
    return {
      id: resource.attributes.get('identifier') ?? '',
      launch: found === null || found.remote ? null : { path: found.path, there: names.has(found.path) },
      remote: found?.remote === true,
      missing,
    };
  });
}
