/** Acts on the bytes of documents, on the device: judging files. Neither DOM nor Node. */
export { checkFile, type AcceptedFile } from '../model/judge/check-file.ts';
export { pictureSize, type PictureSize } from '../model/judge/picture-size.ts';
export { makeBundle, type BundleInput, type BundleProgress, type MadeBundle } from './bundle/make-bundle.ts';
export { makeLetterPdf, type LetterToSet } from './make-letter-pdf.ts';
export type { FontBytes, SignsNotInFont } from './pdf/printed-fonts.ts';
export { checkTemplate } from './template/check-template.ts';
export { readLetterBlocks } from './template/letter-blocks.ts';
export { renderTemplate, type RenderedTemplate, type TemplateInput } from './template/render-template.ts';
export { placesOfTags, type TagPlace } from './template/places-of-tags.ts';
export { checkFormMap, type FormReport } from './form/check-form-map.ts';
export { readFormFields, type FormField } from './form/read-form-fields.ts';
export { readFormMap, writeFormMap } from './form/read-form-map.ts';
export { editionOf, fillForm, type FilledForm, type FormInput } from './form/fill-form.ts';
