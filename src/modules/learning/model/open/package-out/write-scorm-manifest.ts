import type { ReleasedCourse } from '../release/released-course.ts';
import { escapeXml } from './escape-xml.ts';

/**
 * The manifest of a SCORM 1.2 package (ADL SCORM 1.2, Content Aggregation Model): one organisation with one SCO. There is no mastery
 * score: systems would call whoever answers the questions done, whatever of the module they saw.
 */
export function writeScormManifest(
  { id, version, language, title }: Pick<ReleasedCourse, 'id' | 'version' | 'language' | 'title'>,
  files: readonly string[],
): string {
  const name = escapeXml(title);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="baken-${id}-${language}" version="${version}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
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
    <resource identifier="player" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `      <file href="${escapeXml(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
