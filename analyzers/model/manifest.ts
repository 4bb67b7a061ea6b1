/** The parts of an AndroidManifest.xml that matter here, whatever its encoding (binary, text, protocol buffer). */
export interface Manifest {
  /** Path of the manifest inside the build. */
  file: string;
  package: string;
  versionName: string | null;
  versionCode: string | null;
  minSdk: number | null;
  targetSdk: number | null;
  /** Resolved through the resource table in its default configuration; null when absent or not resolvable. */
  label: string | null;
  /** Fully qualified class of `<application android:name>`. */
  applicationClass: string | null;
  /** Further classes that the platform makes objects of: backup agent, component factory, instrumentation ... */
  otherClasses?: string[];
  permissions: ManifestPermission[];
  components: ManifestComponent[];
  /** `<meta-data>` of the application and of components. */
  metaData: ManifestMetaData[];
  /** `<queries>`: packages, intent actions and provider authorities that the app wants to see. */
  queries: { packages: string[]; actions: string[]; authorities: string[] };
  features: { name: string; required: boolean }[];
}

export interface ManifestPermission {
  name: string;
  /** Last SDK level on which it is requested. */
  maxSdkVersion: number | null;
  /** 1-based, text manifests only. */
  line?: number;
}

export type ComponentType = 'activity' | 'activity-alias' | 'service' | 'receiver' | 'provider';

export interface ManifestComponent {
  type: ComponentType;
  /** Fully qualified class name, dots. */
  name: string;
  /** As declared, or what Android takes when it is absent: true with an intent filter, false without. */
  exported: boolean;
  /** The manifest turns it off, so that it runs only once code turns it on. */
  disabled?: boolean;
  process: string | null;
  permission: string | null;
  /** Provider authorities. */
  authorities: string[];
  intentFilters: { actions: string[]; categories: string[] }[];
  /** `targetActivity` of an activity-alias, fully qualified. */
  target: string | null;
  line?: number;
}

export interface ManifestMetaData {
  name: string;
  /** Literal or resolved value; null when it is a reference that cannot be resolved. */
  value: string | null;
  /** Class of the component it belongs to, or null for the application. */
  component: string | null;
}
