/**
 * Does something, and answers `failed` where it throws: a defect, or a browser that has no memory left. It is reported as whatever nobody catches;
 * whoever waits for it goes on, instead of being busy for ever.
 */
export async function attempt<Value>(act: () => Promise<Value>): Promise<Value | 'failed'> {
  try {
    return await act();
  } catch (error) {
    reportError(error);
    return 'failed';
  }
}
