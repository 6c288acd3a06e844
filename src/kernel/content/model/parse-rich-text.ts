import { fromMarkdown } from 'mdast-util-from-markdown';
import { ok, refuse, type Result } from '#platform/base';
import type { Inline, RichText, TextPart } from './rich-text.ts';

/** Something in a text that content cannot hold: what (`html`, `image`, `heading`, `link` …) and on which line of the text, from 1. */
export interface TextNotAllowed {
  readonly type: 'TextNotAllowed';
  readonly found: string;
  readonly line: number;
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Parsed<Part> = Result<readonly Part[], TextNotAllowed>;

/**
 * Reads a text: paragraphs, `**strong**`, `*emphasis*`, lists, `[word](term:id)`, `[^source]` and `{slot:id}`. Refuses everything
 * else that Markdown knows, the first of it alone.
 */
export function parseRichText(text: string): Result<RichText, TextNotAllowed> {
  return each(fromMarkdown(text).children, partOf);
}

function partOf(node: Node): Parsed<TextPart> {
  if (node.type === 'paragraph') {
    const inside = each(node.children, inlineOf);
    return inside.ok ? ok([{ kind: 'paragraph', inside: inside.value }]) : inside;
  }
  if (node.type !== 'list') return notAllowed(node);
  const points = each(node.children, (point) => {
    const parts = each(point.children, partOf);
    return parts.ok ? ok([parts.value]) : parts;
  });
  return points.ok ? ok([{ kind: 'list', ordered: node.ordered === true, points: points.value }]) : points;
}

function inlineOf(node: Node): Parsed<Inline> {
  switch (node.type) {
    case 'text':
      return ok(marksIn(node.value));
    case 'strong':
    case 'emphasis': {
      const inside = each(node.children, inlineOf);
      return inside.ok ? ok([{ kind: node.type, inside: inside.value }]) : inside;
    }
    case 'link': {
      const term = /^term:([a-z][a-z0-9-]*)$/.exec(node.url)?.[1];
      if (term === undefined || node.title) return notAllowed(node);
      const inside = each(node.children, inlineOf);
      return inside.ok ? ok([{ kind: 'term', term, inside: inside.value }]) : inside;
    }
    default:
      return notAllowed(node);
  }
}

/** Source marks and slots are words to Markdown; they are found in them. */
function marksIn(text: string): readonly Inline[] {
  return text
    .replaceAll('\n', ' ')
    .split(/(\[\^[a-z][a-z0-9-]*\]|\{slot:[a-z][a-z0-9-]*\})/)
    .filter((words) => words !== '')
    .map((words): Inline => {
      const source = /^\[\^(.+)\]$/.exec(words)?.[1];
      const slot = /^\{slot:(.+)\}$/.exec(words)?.[1];
      if (source !== undefined) return { kind: 'source', source };
      return slot === undefined ? { kind: 'words', text: words } : { kind: 'slot', slot };
    });
}

function each<From, Part>(nodes: readonly From[], read: (node: From) => Parsed<Part>): Parsed<Part> {
  const found: Part[] = [];
  for (const node of nodes) {
    const parts = read(node);
    if (!parts.ok) return parts;
    found.push(...parts.value);
  }
  return ok(found);
}

function notAllowed({ type, position }: Node): Result<never, TextNotAllowed> {
  return refuse({ type: 'TextNotAllowed', found: type, line: position?.start.line ?? 1 });
}
