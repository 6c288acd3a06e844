// Node has Web Crypto but names its types in a module of its own; the shared code uses the names that
// browsers have. Only the type check of server code reads this file.
type CryptoKey = import('node:crypto').webcrypto.CryptoKey;
type CryptoKeyPair = import('node:crypto').webcrypto.CryptoKeyPair;
type KeyUsage = import('node:crypto').webcrypto.KeyUsage;
