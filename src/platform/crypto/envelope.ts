/** Shapes of everything that crosses the wire signed or sealed; no cryptography, no keys. */
export {
  operationSchema,
  type OperationKind,
  type OperationOf,
  type OperationPayload,
} from './suite-1/operation-schema.ts';
export {
  directoryEntrySchema,
  publicJwkSchema,
  tenantDocumentSchema,
  type DirectoryEntry,
  type PublicJwk,
  type TenantDocument,
} from './suite-1/directory-schema.ts';
