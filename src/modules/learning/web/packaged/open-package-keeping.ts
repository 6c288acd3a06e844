import type { PlayedPackage, PackageFormat } from '../../model/open/package-out/lay-out-package.ts';
import { createIndexedAttemptStore } from '../attempt-store.ts';
import type { PackageKeeping } from './packaged-course.tsx';
import { createCmi5Store } from './cmi5-store.ts';
import { openCmi5System } from './open-cmi5-system.ts';
import { openScormSystem, type ScormDialect } from './open-scorm-system.ts';
import { createScormStore } from './scorm-store.ts';

/** Finds who keeps how far somebody is: the learning system around the page, else this device. */
export async function openPackageKeeping(
  data: PlayedPackage,
  format: PackageFormat,
  page: Window,
): Promise<PackageKeeping> {
  if (format === 'web') return { ...onDevice(), notice: null };
  return format === 'cmi5' ? openCmi5(data, page) : openScorm(data, format, page);
}

function onDevice(): Omit<PackageKeeping, 'notice'> {
  return { store: createIndexedAttemptStore(), by: 'device', finish: () => Promise.resolve(), returnAddress: null };
}

function openScorm({ course }: PlayedPackage, dialect: ScormDialect, page: Window): PackageKeeping {
  const system = openScormSystem(page, dialect);
  if (system === null) return { ...onDevice(), notice: 'no-system' };
  const store = createScormStore(system, course, () => new Date());
  const finish = async (): Promise<void> => {
    await Promise.resolve(store.finish());
  };
  return { store, by: 'system', notice: store.unreadable ? 'unreadable' : null, finish, returnAddress: null };
}

async function openCmi5({ course }: PlayedPackage, page: Window): Promise<PackageKeeping> {
  try {
    const system = await openCmi5System(page.location.href);
    if (system === null) return { ...onDevice(), notice: 'no-system' };
    const store = createCmi5Store(system, course);
    const notice = store.unreadable ? 'unreadable' : null;
    return { store, by: 'system', notice, finish: () => store.finish(), returnAddress: system.returnAddress };
  } catch {
    return { ...onDevice(), notice: 'launch-over' };
  }
}
