/**
 * Offers bytes for saving under a name that was cleaned before. They go as bytes of no kind, so that the
 * browser never opens them in the workspace's own origin.
 */
export function saveCopy(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the bytes over in its own time; after a minute the address may go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
