/** What browsers with Trusted Types offer; the type library does not know it everywhere. */
interface ScriptPolicy {
  createScriptURL(address: string): URL;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

/**
 * The address of a worker as the page's policy lets it run: only our own built files. The policy has one name and is made
 * once, so every worker is begun through here.
 */
export function ownScript(address: string): string | URL {
  // Optional: a browser without Trusted Types enforces nothing and takes the plain address.
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return address;
  policy ??= factory.createPolicy('baken', {
    createScriptURL: (wanted) => {
      if (new URL(wanted, location.origin).origin !== location.origin) throw new TypeError('not one of our scripts');
      return wanted;
    },
  });
  return policy.createScriptURL(address);
}
