import type { PlayedPackage, PackageFormat } from '../../model/open/package-out/lay-out-package.ts';
import { createIndexedAttemptStore } from '../attempt-store.ts';
import type { PackageKeeping } from './packaged-course.tsx';
import { openScormSystem } from './open-scorm-system.ts';
import { createScormStore } from './scorm-store.ts';

/** Finds who keeps how far somebody is: the learning system around the page, else this device. */
export function openPackageKeeping(data: PlayedPackage, format: PackageFormat, page: Window): PackageKeeping {
  const onDevice = { store: createIndexedAttemptStore(), by: 'device' as const, finish: () => undefined };
  if (format === 'web') return { ...onDevice, notice: null };
  const system = openScormSystem(page, format);
  if (system === null) return { ...onDevice, notice: 'no-system' };
  const store = createScormStore(system, data.course, () => new Date());
  return { store, by: 'system', notice: store.unreadable ? 'unreadable' : null, finish: () => store.finish() };
}
