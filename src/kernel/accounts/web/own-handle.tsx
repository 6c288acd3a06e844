/**
 * Stands, unseen, before every field that asks for the passphrase again. Without it a browser takes the
 * text field before the passphrase for a sign-in name and writes what stands there, such as a colleague's
 * name, into its own store of passwords on the disk.
 */
export function OwnHandle({ handle }: { readonly handle: string }) {
  return <input type="text" name="username" autoComplete="username" value={handle} readOnly hidden />;
}
