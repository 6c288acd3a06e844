/** Why a file is not taken. The code finds the words; no part of the file or its name is in it. */
export type FileRefusal =
  | { readonly type: 'FileEmpty' }
  | { readonly type: 'FileTooLarge' }
  | { readonly type: 'KindNotAllowed' }
  | { readonly type: 'ContentContradictsName' }
  | { readonly type: 'FileUnreadable' }
  | { readonly type: 'PictureTooLarge' }
  | { readonly type: 'ArchiveTooManyEntries' }
  | { readonly type: 'ArchiveTooLarge' }
  | { readonly type: 'ArchiveRatio' }
  | { readonly type: 'ArchivePath' }
  | { readonly type: 'ArchiveEncrypted' }
  | { readonly type: 'HasMacros' }
  | { readonly type: 'HasEmbeddedObject' }
  | { readonly type: 'HasExternalRelationship' }
  | { readonly type: 'XmlHasDtd' }
  /** JavaScript, or an action that starts another program. */
  | { readonly type: 'PdfHasProgram' }
  | { readonly type: 'PdfHasFileInside' };

export type FileRefusalCode = FileRefusal['type'];
