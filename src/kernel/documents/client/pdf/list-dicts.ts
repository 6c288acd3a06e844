import { PDFArray, PDFDict, PDFName, PDFStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Every dictionary of a document, those inside others too; also those that nothing leads to. */
export function listDicts(document: PDFDocument): readonly PDFDict[] {
  const found: PDFDict[] = [];
  // A list of its own instead of calls within calls: nested as deep as a hostile file likes, it would end the program.
  const toVisit: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = toVisit.pop(); object !== undefined; object = toVisit.pop()) {
    if (object instanceof PDFDict) {
      found.push(object);
      for (const value of object.values()) toVisit.push(value);
    } else if (object instanceof PDFArray) {
      for (const value of object.asArray()) toVisit.push(value);
    } else if (object instanceof PDFStream) {
      toVisit.push(object.dict);
    }
  }
  return found;
}

/** Whether a dictionary holds JavaScript, or is an action that runs it. */
export function isScript(dict: PDFDict): boolean {
  return dict.has(PDFName.of('JS')) || dict.has(PDFName.of('JavaScript')) || actionOf(dict) === 'JavaScript';
}

/** What kind of action a dictionary is, when it is one. */
export function actionOf(dict: PDFDict): string | null {
  const action = dict.get(PDFName.of('S'));
  return action instanceof PDFName ? action.decodeText() : null;
}
