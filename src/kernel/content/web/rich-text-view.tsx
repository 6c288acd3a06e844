import type { ReactNode } from 'react';
import type { Inline, RichText } from '../index.ts';

/** A text as paragraphs and lists; `mark` draws what stands for a source. Never HTML text: every part is an element of ours. */
export function RichTextView({
  text,
  mark,
}: {
  readonly text: RichText;
  readonly mark?: ((source: string) => ReactNode) | undefined;
}) {
  return text.map((part, at) => {
    if (part.kind === 'paragraph')
      return (
        <p key={at}>
          <Line line={part.inside} mark={mark} />
        </p>
      );
    const points = part.points.map((point, which) => (
      <li key={which}>
        <RichTextView text={point} mark={mark} />
      </li>
    ));
    return part.ordered ? <ol key={at}>{points}</ol> : <ul key={at}>{points}</ul>;
  });
}

function Line({
  line,
  mark,
}: {
  readonly line: readonly Inline[];
  readonly mark: ((source: string) => ReactNode) | undefined;
}) {
  return line.map((part, at) => {
    switch (part.kind) {
      case 'words':
        return part.text;
      case 'strong':
        return (
          <strong key={at}>
            <Line line={part.inside} mark={mark} />
          </strong>
        );
      case 'emphasis':
        return (
          <em key={at}>
            <Line line={part.inside} mark={mark} />
          </em>
        );
      case 'term':
        return (
          <dfn key={at}>
            <Line line={part.inside} mark={mark} />
          </dfn>
        );
      case 'source':
        return <span key={at}>{mark?.(part.source)}</span>;
      case 'slot':
        // Until organisations fill them, no course with a slot passes its check.
        return null;
    }
  });
}
