/** Documents: which files may be kept and why one is not. Pure rules; the acts are in the client door. */
export {
  acceptedEndings,
  cleanFileName,
  fileLimits,
  isPicture,
  isShown,
  kindOfMediaType,
  mediaTypeOf,
  type FileKind,
} from './model/file-kind.ts';
export type { FileRefusal, FileRefusalCode } from './model/file-refusal.ts';
export {
  bundleLimits,
  isBundleKind,
  type BundleKind,
  type BundlePart,
  type BundleRefusal,
  type BundleWords,
  type FollowingPart,
  turns,
  type PartPlace,
  type Turn,
} from './model/bundle.ts';
export type { LetterBlock } from './model/letter-block.ts';
export {
  templateFields,
  templateFieldsVersion,
  templateFilters,
  templateNeeds,
  type Reveals,
  type TemplateNeed,
  type TemplateRefusal,
  type TemplateReport,
  type TemplateTag,
  type TemplateValue,
  type TemplateValues,
} from './model/template-fields.ts';
export {
  formMapSchema,
  type FormMap,
  type FormRefusal,
  type MappedField,
  type OverlongValue,
  type UnprintableValue,
} from './model/form-map.ts';
export type { ViewerAnswer, ViewerFailure, ViewerOrder, ViewerWords } from './model/viewer-order.ts';
