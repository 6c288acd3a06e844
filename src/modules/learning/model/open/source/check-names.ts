import { partNames } from '../folder/part-names.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';

/** Names: what was taken away under a name never comes back as something else (learning design, 2.1). */
export function checkNames(source: CourseSource): readonly CourseFinding[] {
  const names = partNames(source);
  return source.retired.flatMap((name, index): readonly CourseFinding[] =>
    names.has(name)
      ? [
          {
            ...{ code: 'name-used-again', file: 'retired.yaml', path: [index], about: name },
            text: `${name} was taken away once, and something has that name again`,
          },
        ]
      : [],
  );
}
