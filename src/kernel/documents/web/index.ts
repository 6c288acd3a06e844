/** Files in the browser: choosing and cleaning them, showing them in the frame, saving a copy. */
export { DocumentViewer } from './document-viewer.tsx';
export { cleanPhoto } from './clean-photo.ts';
export { takeFile } from './take-file.ts';
export { saveCopy } from './save-copy.ts';
export { documentRefusalMessage, type DocumentRefusal } from './refusal-message.ts';
export { makeBundleAside } from './make-bundle-aside.ts';
export { readShippedTemplate } from './read-shipped-template.ts';
export { readPrintedFonts } from './printed-fonts.ts';
