/** Host names of one's own machine, as `URL` writes them. */
export const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
