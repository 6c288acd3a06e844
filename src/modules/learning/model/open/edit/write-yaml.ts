import { isMap, isScalar, isSeq, parseDocument, stringify, visit, type Document, type Node, type Pair } from 'yaml';
import { isKeyOf } from './is-key-of.ts';

const form = { lineWidth: 0, blockQuote: 'literal' } as const;

/**
 * A YAML file with another value in it. What did not change stays as somebody wrote it: comments, the order of keys, lists in one line.
 * Reading the result gives the value again.
 */
export function writeYaml(before: string | null, value: unknown): string {
  const document = before === null ? null : parseDocument(before);
  if (document === null || document.errors.length > 0 || !document.contents) return stringify(value, form);
  const merged = merge(document, document.contents, value);
  document.contents = merged as typeof document.contents; // A node that `createNode` or the document itself gave.
  keepPadding(document);
  return document.toString(form);
}

/** Within one line, maps are written as `{ a: 1 }` and lists as `[a, b]`, as everywhere in our files; the library knows one way for both. */
function keepPadding(document: Document): void {
  visit(document, {
    Collection: (_key, node) => {
      const plain = node.toString.bind(node);
      const flowCollectionPadding = isMap(node) ? ' ' : '';
      node.toString = (context, ...more) => plain(context && { ...context, flowCollectionPadding }, ...more);
    },
  });
}

/** The node that says a value: the old one where it can, so that what stands beside it stays. */
function merge(document: Document, node: unknown, value: unknown): Node {
  if (isMap(node) && isRecord(value)) {
    // What was empty stood in one line for want of anything to say.
    if (node.items.length === 0 && Object.keys(value).length > 0) node.flow = false;
    node.items = mergeMap(document, node.items, value);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const old = [...node.items];
    if (old.length === 0 && value.length > 0) node.flow = value.every((one) => !isRecord(one));
    node.items = value.map((one: unknown) => {
      const at = old.findIndex((item) => nameOf(item) === nameOfValue(one));
      const found = at < 0 ? undefined : old.splice(at, 1)[0];
      return merge(document, found, one);
    });
    return node;
  }
  if (isScalar(node) && node.value === value) return node;
  const made = document.createNode(value);
  if (isScalar(node) && isScalar(made)) {
    if (node.commentBefore) made.commentBefore = node.commentBefore;
    if (node.comment) made.comment = node.comment;
  }
  return made;
}

function mergeMap(document: Document, pairs: readonly Pair[], value: Readonly<Record<string, unknown>>): Pair[] {
  const kept = pairs.flatMap((pair) => {
    const key = keyOf(pair);
    if (!isKeyOf(value, key)) return [];
    pair.value = merge(document, pair.value, value[key]);
    return [pair];
  });
  const known = new Set(kept.map(keyOf));
  const added = Object.entries(value).filter(([key, one]) => !known.has(key) && one !== undefined);
  return [...kept, ...added.map(([key, one]) => document.createPair(key, one))];
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** By what an entry of a list is known again: its id, or itself where it is a word. */
function nameOf(item: unknown): unknown {
  if (isScalar(item)) return item.value;
  if (!isMap(item)) return undefined;
  const plain = item.toJSON() as unknown; // What the library reads is looked at below.
  return nameOfValue(plain);
}

function nameOfValue(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return value['id'] ?? value['say'] ?? JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
