import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { ok, refuse, type Result } from '#platform/base';

/** Larger manifests, deeper ones and fuller ones are read no further: 8 MB, 64 elements within one another, 50,000 elements, 150,000 attributes. */
export const xmlCaps = { bytes: 8_000_000, depth: 64, elements: 50_000, attributes: 150_000 } as const;

/** An element of a manifest: its name without a prefix, its namespace, and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; of two with the same, the one without a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether two attributes have one local name, so that one of them is not told here. */
  readonly hidesAttribute: boolean;
  readonly children: readonly XmlElement[];
  /** Its own text, white space at the ends away. */
  readonly text: string;
}

export interface XmlRefusal {
  readonly type: 'Doctype' | 'NotWellFormed' | 'Empty' | 'TooDeep' | 'TooMany';
}

interface Growing {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Map<string, string>;
  readonly hidesAttribute: boolean;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML into a tree. A document type is refused before anything of it is looked at; nothing is ever fetched. */
export function readXml(bytes: Uint8Array): Result<XmlElement, XmlRefusal> {
  const text = decodeXml(bytes);
  if (isEmpty(text)) return refuse({ type: 'Empty' });
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: XmlElement | null = null;
  const failed: { type: XmlRefusal['type'] | null } = { type: null };
  boundParts(parser, () => (failed.type ??= 'TooMany'));
  parser.on('error', () => (failed.type ??= 'NotWellFormed'));
  parser.on('doctype', () => (failed.type = 'Doctype'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    open.push({ name: local, namespace: uri, ...byLocalName(Object.values(attributes)), children: [], text: '' });
    if (open.length > xmlCaps.depth) failed.type ??= 'TooDeep';
  });
  const take = (words: string): void => {
    const last = open.at(-1);
    if (last !== undefined) last.text += words;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    const done = open.pop();
    if (done === undefined) return;
    const element = { ...done, text: done.text.trim() };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  try {
    // In parts, so that what is refused is not read to its end.
    for (let at = 0; at < text.length && failed.type === null; at += 65_536) parser.write(text.slice(at, at + 65_536));
    if (failed.type === null) parser.close();
  } catch {
    failed.type ??= 'NotWellFormed';
  }
  if (failed.type !== null) return refuse({ type: failed.type });
  return root === null ? refuse({ type: 'NotWellFormed' }) : ok(root);
}

function byLocalName(all: readonly SaxesAttributeNS[]): Pick<Growing, 'attributes' | 'hidesAttribute'> {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of all) if (uri === '' || !attributes.has(local)) attributes.set(local, value);
  return { attributes, hidesAttribute: attributes.size < all.length };
}

/** Says when there is more than anybody reads. Attributes are counted where each begins: all of one element are held until it is there. */
function boundParts(parser: SaxesParser<{ xmlns: true }>, tooMany: () => void): void {
  const counted = { elements: 0, attributes: 0 };
  parser.on('opentagstart', () => {
    counted.elements += 1;
    if (counted.elements > xmlCaps.elements) tooMany();
  });
  parser.on('attribute', () => {
    counted.attributes += 1;
    if (counted.attributes > xmlCaps.attributes) tooMany();
  });
}

/** Whether there is nothing but a declaration and remarks. A longer text holds something, or is no manifest. */
function isEmpty(text: string): boolean {
  return text.length < 10_000 && text.replaceAll(/<\?[^]*?\?>|<!--[^]*?-->/gu, '').trim() === '';
}

/** The text of XML: UTF-8, or UTF-16 where the file begins with its mark. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Children with a name, whatever their namespace. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child with a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** Every element within another, itself first. */
export function within(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(within)];
}
