/** Content security policy of every page of the workspace (security.md 11 of the design, word for word). */
export const pagePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' blob:; " +
  "font-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types baken; report-to csp";

/** The same for the page that shows files of strangers from a second host in a frame. */
export function pagePolicyBeside(packageOrigin: string): string {
  return pagePolicy.replace("frame-src 'self'", `frame-src 'self' ${packageOrigin}`);
}

/** Policy of the page that shows decrypted files in a frame without an origin. */
export const viewerPolicy =
  "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self'; img-src blob: data:; frame-ancestors 'self'";

/** Policy of the worker that answers for a module without a connection: it may ask this server for files, and run nothing else. */
export const offlineWorkerPolicy = "default-src 'none'; connect-src 'self'";

/** Headers of every answer. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), bluetooth=(), camera=(self), clipboard-read=(), display-capture=(), encrypted-media=(), ' +
    'fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), ' +
    'midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()',
};

/** Headers of stored ciphertext: bytes for a program, never a page. */
export const blobHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': 'sandbox',
  'Cache-Control': 'no-store',
};
