/**
 * Instructions of the fields in a part of a Word file, such as `PAGE`; the part comes in the plain
 * spelling. Word may cut an instruction into pieces and put fields inside fields, so the pieces are
 * joined by depth.
 */
export function listFieldCodes(xml: string): readonly string[] {
  const simple = [...xml.matchAll(/<(?:[^\s<>/:="]+:)?fldSimple\b[^>]*? (?:[^\s<>/:="]+:)?instr="([^"]*)"/g)].map(
    ([, code = '']) => code,
  );
  const codes: string[] = [];
  const open: { text: string; isResult: boolean }[] = [];
  for (const [token, kind, text] of xml.matchAll(
    /<(?:[^\s<>/:="]+:)?fldChar\b[^>]*? (?:[^\s<>/:="]+:)?fldCharType="(\w+)"[^>]*>|<(?:[^\s<>/:="]+:)?(?:instrText|delInstrText)\b[^>]*>([^<]*)</g,
  )) {
    const top = open.at(-1);
    if (kind === 'begin') open.push({ text: '', isResult: false });
    else if (kind === 'separate' && top) top.isResult = true;
    else if (kind === 'end') {
      const ended = open.pop();
      if (ended) codes.push(ended.text);
    } else if (text !== undefined && top && !top.isResult) top.text += text;
    else if (text !== undefined) codes.push(text || token);
  }
  return [...simple, ...codes, ...open.map(({ text }) => text)]
    .map((code) => code.replaceAll('&quot;', '"').trim())
    .filter((code) => code !== '');
}
