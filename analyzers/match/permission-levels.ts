import type { Manifest } from '../model/manifest.ts';
import type { PermissionEntry } from '../model/signatures.ts';

/** The newest SDK level that is told apart; what holds there holds later too. */
export const NEWEST_LEVEL = 40;

/** SDK levels that an app runs on, and what it is built for. */
export interface AppLevels {
  minSdk: number;
  /** 1, as Android takes it, where the manifest does not say. */
  targetSdk: number;
}

export function appLevels(manifest: Manifest | null): AppLevels {
  const minSdk = manifest?.minSdk ?? 1;
  return { minSdk, targetSdk: manifest?.targetSdk ?? minSdk };
}

/** Whether a permission opens anything on an SDK level, for an app with this target. */
export function isEffective(entry: PermissionEntry | undefined, level: number, { targetSdk }: AppLevels): boolean {
  if (entry?.since !== undefined && level < entry.since) return false;
  return entry?.until === undefined || level <= entry.until || targetSdk <= entry.until;
}

/** Whether an app with this target has to hold a permission at all. */
export function isAskedOf(entry: PermissionEntry | undefined, { targetSdk }: AppLevels): boolean {
  return entry?.sinceTarget === undefined || targetSdk >= entry.sinceTarget;
}

/** Whether a request up to a level, null for every level, opens anything on one that the app runs on. */
export function hasEffect(entry: PermissionEntry | undefined, maxSdkVersion: number | null, app: AppLevels): boolean {
  const last = maxSdkVersion ?? NEWEST_LEVEL;
  for (let level = app.minSdk; level <= last; level++) if (isEffective(entry, level, app)) return true;
  return false;
}
