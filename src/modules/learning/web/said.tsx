import type { RefObject } from 'react';

/**
 * What is read out when it changes. The element is there before its words: one that comes together with them is read out by
 * no screen reader. `time` grows when the same is said once more, so that it is read out once more.
 */
export function Said({
  words,
  time = 0,
  className,
  focus,
}: {
  readonly words: string;
  readonly time?: number;
  readonly className?: string | undefined;
  /** Where it takes the focus too. */
  readonly focus?: RefObject<HTMLParagraphElement | null>;
}) {
  return (
    <p role="status" ref={focus} tabIndex={focus && -1} className={className}>
      {words !== '' && <span key={time}>{words}</span>}
    </p>
  );
}
