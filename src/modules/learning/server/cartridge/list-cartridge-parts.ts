import { childOf, childrenOf, within, type XmlElement } from '../packages/read-xml.ts';
import { resolveHref } from '../packages/resolve-href.ts';
import { plainWords } from './rich-words.ts';

/** A part of a cartridge in its order: a page, a quiz, or something that is not taken. */
export interface ListedPart {
  readonly kind: 'page' | 'quiz' | 'other';
  /** As the order calls it; empty where it stands in none. */
  readonly title: string;
  /** Its file; of what is not taken, the last thing it is known by. */
  readonly path: string;
  readonly type: string;
}

/** Parts in the order that the cartridge gives, then pages and quizzes that stand in none; files that only pages use are no parts. */
export function listCartridgeParts(manifest: XmlElement, names: ReadonlySet<string>): readonly ListedPart[] {
  const resources = childrenOf(childOf(manifest, 'resources'), 'resource');
  const byId = new Map(resources.map((one) => [one.attributes.get('identifier') ?? '', one]));
  const items = childrenOf(childOf(manifest, 'organizations'), 'organization')
    .flatMap(within)
    .filter(({ name, attributes }) => name === 'item' && attributes.has('identifierref'));
  const seen = new Set<XmlElement>();
  const ordered = items.flatMap((item): readonly ListedPart[] => {
    const resource = byId.get(item.attributes.get('identifierref') ?? '');
    const title = plainWords(childOf(item, 'title')?.text ?? '');
    if (resource === undefined) return [{ kind: 'other', title, path: '', type: '' }];
    if (seen.has(resource)) return [];
    seen.add(resource);
    return [{ ...listed(resource, names), title }];
  });
  const others = resources
    .filter((one) => !seen.has(one))
    .map((one) => listed(one, names))
    .filter(({ kind, type }) => kind !== 'other' || !/^webcontent$|learning-application-resource$/u.test(type));
  return [...ordered, ...others];
}

function listed(resource: XmlElement, names: ReadonlySet<string>): ListedPart {
  const type = resource.attributes.get('type') ?? '';
  const hrefs = [resource, ...childrenOf(resource, 'file')].flatMap(({ attributes }) => attributes.get('href') ?? []);
  const paths = hrefs.map((href) => resolveHref([], href)).flatMap(({ path, remote }) => (remote ? [] : [path]));
  const find = (shape: RegExp): string | undefined => paths.find((path) => shape.test(path) && names.has(path));
  const page = type === 'webcontent' ? find(/\.html?$/iu) : undefined;
  const quiz = /\/assessment$/u.test(type) ? find(/\.xml$/iu) : undefined;
  const path = page ?? quiz ?? paths[0] ?? resource.attributes.get('identifier') ?? '';
  return { kind: page === undefined ? (quiz === undefined ? 'other' : 'quiz') : 'page', title: '', path, type };
}
