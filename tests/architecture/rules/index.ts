/** Every rule of the tree that reads source text; imports, types and lint have their own tools. */
export { brandsAreUnique, idsAreBranded } from './brands.ts';
export { fileNames } from './file-names.ts';
export { dutchExists, keysAreUsed, languagesAgree, noSentencesInScreens, usedKeysExist } from './messages.ts';
export { errorsCarryCodes, noMarkupFromData, nothingIsPrinted, randomnessIsPassedIn } from './quiet-code.ts';
export { decisionsAreWhole, lockfileIsPortable, noMachineTraces } from './repository.ts';
export { migrationNames, ownSchemaOnly, sqlInStoreOnly } from './schemas.ts';
export { castsSayWhy, doorsAreDocumented, innerShape, namesSayOneThing, onlyDoorsReExport } from './written-code.ts';
