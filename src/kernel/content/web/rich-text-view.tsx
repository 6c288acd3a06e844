import type { ReactNode } from 'react';
import type { Inline, RichText } from '../index.ts';

/** How marks in a text are drawn. What has no drawing shows the words within it, or nothing. */
export interface MarkDrawings {
  readonly source?: (id: string) => ReactNode;
  readonly term?: (id: string, inside: ReactNode) => ReactNode;
  readonly slot?: (id: string) => ReactNode;
}

/** A text as paragraphs and lists; `marks` draws what stands in it. Never HTML text: every part is an element of ours. */
export function RichTextView({ text, marks = {} }: { readonly text: RichText; readonly marks?: MarkDrawings }) {
  return text.map((part, at) => {
    if (part.kind === 'paragraph')
      return (
        <p key={at}>
          <Line line={part.inside} marks={marks} />
        </p>
      );
    const points = part.points.map((point, which) => (
      <li key={which}>
        <RichTextView text={point} marks={marks} />
      </li>
    ));
    return part.ordered ? <ol key={at}>{points}</ol> : <ul key={at}>{points}</ul>;
  });
}

function Line({ line, marks }: { readonly line: readonly Inline[]; readonly marks: MarkDrawings }) {
  return line.map((part, at) => <Part key={at} part={part} marks={marks} />);
}

function Part({ part, marks }: { readonly part: Inline; readonly marks: MarkDrawings }): ReactNode {
  switch (part.kind) {
    case 'words':
      return part.text;
    case 'strong':
      return (
        <strong>
          <Line line={part.inside} marks={marks} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Line line={part.inside} marks={marks} />
        </em>
      );
    case 'term': {
      const inside = <Line line={part.inside} marks={marks} />;
      return marks.term ? marks.term(part.term, inside) : inside;
    }
    case 'source':
      return marks.source?.(part.source);
    case 'slot':
      return marks.slot?.(part.slot);
  }
}
