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
