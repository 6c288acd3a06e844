import { escapeXml } from '#platform/base';
import type { ReleasedCourse } from '../release/released-course.ts';

type Manifested = Pick<ReleasedCourse, 'id' | 'version' | 'language' | 'title'>;

/** What the two standards write differently. */
const dialects = {
  scorm12: {
    spaces: [
      ['xmlns', 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
      ['xmlns:adlcp', 'http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
    ],
    version: '1.2',
    kind: 'adlcp:scormtype',
  },
  scorm2004: {
    spaces: [
      ['xmlns', 'http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
      ['xmlns:adlcp', 'http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ],
    version: '2004 4th Edition',
    kind: 'adlcp:scormType',
  },
} as const;

/**
 * The manifest of a SCORM package (ADL SCORM 1.2 and SCORM 2004 4th edition, Content Aggregation Model): one organisation with one SCO,
 * and no sequencing. There is no mastery score: systems would call whoever answers the questions done, whatever of the module they saw.
 */
export function writeScormManifest(
  { id, version, language, title }: Manifested,
  format: keyof typeof dialects,
  files: readonly string[],
): string {
  const { spaces, version: schema, kind } = dialects[format];
  const name = escapeXml(title);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="baken-${id}-${language}" version="${version}"
${spaces.map(([prefix, space]) => `  ${prefix}="${space}"`).join('\n')}
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="${spaces.map(([, space, file]) => `${space} ${file}`).join(' ')}">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${schema}</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${name}</title>
      <item identifier="module" identifierref="player" isvisible="true">
        <title>${name}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="player" type="webcontent" ${kind}="sco" href="index.html">
${files.map((file) => `      <file href="${escapeXml(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
