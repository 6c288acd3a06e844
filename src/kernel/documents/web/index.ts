export function DocumentViewer(_: { bytes: Uint8Array; mediaType: string; name: string; title: string }) { return null }
