/** A manifest of SCORM 1.2 around what is inside. */
export const scorm = (inside: string, version = '1.2'): string => `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>${inside}</manifest>`;
/** A course of two parts and a folder; its other organisation is not the default one. */
export const course = `<organizations default="b"><organization identifier="a"><title>Other</title></organization>
<organization identifier="b"><title> Safe  talks </title>
<item identifier="i1" identifierref="r1"><title>One</title></item>
<item identifier="i2"><title>Folder</title><item identifier="i3" identifierref="r2"><title>Two</title></item></item></organization></organizations>
<resources xml:base="parts/"><resource identifier="r1" type="webcontent" href="one.html?lang=en#top"><file href="one.html"/></resource>
<resource identifier="r2" type="webcontent" xml:base="deep/" href="t%20wo.html"><file href="t%20wo.html"/></resource></resources>`;
/** The files of its parts. */
export const parts = [
  { name: 'parts/one.html', data: '<p>' },
  { name: 'parts/deep/t wo.html', data: '<p>' },
];
