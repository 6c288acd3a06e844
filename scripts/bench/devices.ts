export async function benchDevices(say: (line: string) => void): Promise<void> {
  say('');
}
