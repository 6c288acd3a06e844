// Read by the schema library before anything else runs: the policy of the page forbids code from text.
globalThis.__zod_globalConfig = { jitless: true };
