import type { Location } from './location.ts';

/** Why a site is suspected to run before the user could agree: where the path begins that no stored answer guards. */
export type ConsentBasis = 'process-start' | 'launcher-start';

/** How a place in compiled code is reached. */
export interface Reach {
  /** What the framework calls first: the kind of entry point and its class. */
  entry: { kind: string; name: string };
  /** From the entry point on, each with the offset of the call that leads to the next; the last is the place itself. */
  path: Location[];
  /** Null when only paths past a stored flag or an act of the user lead here, or none from a start. */
  beforeConsent: ConsentBasis | null;
  /** Services, receivers, jobs and the like lead here, only or also. */
  background: boolean;
}

/** A service file of the build, `META-INF/services/<service>`. */
export interface ServiceFile {
  /** Binary name of the service's class. */
  service: string;
  /** Binary names of the classes that provide it, in the order of the lines. */
  providers: string[];
}

/** The texts of a native library by which JNI looks up classes (`a/b/C`), members and descriptors. */
export interface JniNames {
  /** Path of the library inside the build. */
  file: string;
  classes: string[];
  members: string[];
  descriptors: string[];
}

/** What names classes of the build, beside its code, its manifest and its resources. */
export interface NamedElsewhere {
  services: readonly ServiceFile[];
  libraries: readonly JniNames[];
}

/** What compiled XML resources name that the platform looks up in the code. */
export interface LayoutNames {
  /** Names that can be those of classes; sorted. */
  classes: string[];
  /** Names that can be those of click handlers; sorted. */
  handlers: string[];
}
