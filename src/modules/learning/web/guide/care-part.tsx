import { Card } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import type { GuidePartProps } from './guide-part-props.ts';

/** Pages for whoever leads: what to do when somebody tells, aftercare, and what else the workshop has. */
export function CarePart({ guide }: GuidePartProps) {
  return guide.pages
    .filter(({ kind }) => kind !== 'sheet')
    .map(({ id, title, body }) => (
      <Card key={id} title={title}>
        <GuideText guide={guide} text={body} />
      </Card>
    ));
}
