import { escapeXml } from '#platform/base';
import { scoreToReach } from '../attempt/question-score.ts';
import type { ReleasedCourse } from '../release/released-course.ts';

type Structured = Pick<ReleasedCourse, 'id' | 'language' | 'title' | 'rule' | 'scenes'>;

/**
 * The course structure of a cmi5 package: one part. Where the rule asks for right answers, it is done once it is completed and passed, with the score of the
 * rule; else once it is completed (cmi5, 13). Its ids are the same in every version, so that a system knows what it replaces.
 */
export function writeCmi5Structure(course: Structured): string {
  const { id, language, title } = course;
  const score = scoreToReach(course);
  const asks = score === null ? 'moveOn="Completed"' : `moveOn="CompletedAndPassed" masteryScore="${String(score)}"`;
  const named = `<title><langstring lang="${language}">${escapeXml(title)}</langstring></title>
    <description><langstring lang="${language}">${escapeXml(title)}</langstring></description>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:x-baken:course:${id}">
    ${named}
  </course>
  <au id="urn:x-baken:course:${id}:${language}" ${asks} launchMethod="AnyWindow">
    ${named}
    <url>index.html</url>
  </au>
</courseStructure>
`;
}
