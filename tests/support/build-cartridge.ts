import { buildZip, type ZippedFile } from './build-zip.ts';

/** A part of a cartridge that a test makes: its place in the order, its type, its file and what stands in it. */
export interface MadePart {
  readonly title: string;
  readonly type: string;
  readonly file: string;
  readonly data: string;
  /** False where it stands in no order. */
  readonly listed?: boolean;
}

export const quizType = 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment';

interface MadeCartridge {
  readonly title?: string;
  readonly language?: string;
  readonly rights?: string;
  readonly maker?: string;
  /** What stands before the root. */
  readonly before?: string;
}

/** A Common Cartridge 1.1 of these parts, as systems export it. */
export function buildWholeCartridge(
  parts: readonly MadePart[],
  { title = 'A foreign course', language = 'nl', rights = '', maker = '', before = '' }: MadeCartridge = {},
  files: readonly ZippedFile[] = [],
): Buffer {
  const say = (words: string): string => `<lom:string>${words}</lom:string>`;
  const manifest = `<?xml version="1.0"?>${before}<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
    xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"><metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
    <lom:lom><lom:general><lom:title>${say(title)}</lom:title><lom:language>${language}</lom:language></lom:general>
    <lom:lifeCycle><lom:contribute><lom:entity>BEGIN:VCARD\nFN:${maker}\nEND:VCARD</lom:entity></lom:contribute></lom:lifeCycle>
    <lom:rights><lom:description>${say(rights)}</lom:description></lom:rights></lom:lom></metadata>
    <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root"><item identifier="week"><title>Week 1</title>${parts
      .flatMap(({ title: name, listed = true }, at) =>
        listed ? [`<item identifier="i${at}" identifierref="r${at}"><title>${name}</title></item>`] : [],
      )
      .join('')}</item></item></organization></organizations><resources>${parts
      .map(({ type, file }, at) => {
        const href = type === 'webcontent' ? ` href="${file}"` : '';
        return `<resource identifier="r${at}" type="${type}"${href}><file href="${file}"/></resource>`;
      })
      .join('')}</resources></manifest>`;
  return buildZip([
    { name: 'imsmanifest.xml', data: manifest },
    ...parts.map(({ file, data }) => ({ name: file, data })),
    ...files,
  ]);
}

/** A question of QTI 1.2: its profile, its words, its options (the right ones marked with `*`), and what is said of each. */
export function madeItem(
  profile: string,
  title: string,
  prompt: string,
  options: readonly string[],
  whys: readonly string[] = [],
): string {
  const right = options.flatMap((one, at) => (one.startsWith('*') ? [at] : []));
  const many = profile.includes('multiple_response');
  const asked = many
    ? `<and>${options
        .map((_, at) => {
          const named = `<varequal respident="r">o${at}</varequal>`;
          return right.includes(at) ? named : `<not>${named}</not>`;
        })
        .join('')}</and>`
    : right.map((at) => `<varequal respident="r">o${at}</varequal>`).join('');
  const html = (words: string): string =>
    `<material><mattext texttype="text/html">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</mattext></material>`;
  return `<item ident="${title}" title="${title}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>
    <fieldentry>${profile}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation>${html(prompt)}
    <response_lid ident="r" rcardinality="${many ? 'Multiple' : 'Single'}"><render_choice>${options
      .map((one, at) => `<response_label ident="o${at}">${html(one.replace(/^\*/, ''))}</response_label>`)
      .join('')}</render_choice></response_lid></presentation>
    <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${whys
      .map(
        (_, at) =>
          `<respcondition continue="Yes"><conditionvar><varequal respident="r">o${at}</varequal></conditionvar><displayfeedback feedbacktype="Response" linkrefid="f${at}"/></respcondition>`,
      )
      .join(
        '',
      )}<respcondition continue="No"><conditionvar>${asked}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>
    ${whys.map((why, at) => `<itemfeedback ident="f${at}"><flow_mat>${html(why)}</flow_mat></itemfeedback>`).join('')}</item>`;
}

/** A quiz of these questions. */
export function madeQuiz(title: string, items: readonly string[]): string {
  return `<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="${title}">
    <section ident="s">${items.join('')}</section></assessment></questestinterop>`;
}
