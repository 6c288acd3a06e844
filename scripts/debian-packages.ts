import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Installs a Debian package where this process may: root, with apt-get. Answers whether it is there now. */
export function installDebianPackage(name: string, isPresent: () => boolean, tell: (line: string) => void): boolean {
  if (isPresent()) return true;
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) return false;
  tell(`installing ${name} with apt-get`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = (): boolean =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], {
      env: environment,
      stdio: 'ignore',
      timeout: 240_000,
    }).status === 0;
  if (!install()) {
    spawnSync('apt-get', ['update'], { env: environment, stdio: 'ignore', timeout: 120_000 });
    install();
  }
  return isPresent();
}
