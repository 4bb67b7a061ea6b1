/** One module of a bundle as it stands in the text, without having been parsed. */
export interface ModuleText {
  id: string;
  /** Offsets of where the module begins and behind its last character. */
  start: number;
  end: number;
  /** Offsets behind the opening brace of its function and of the closing one. */
  bodyStart: number;
  bodyEnd: number;
  /** Ids of the modules that it requires. */
  dependencies: readonly string[];
  /** Whether it may get at more than its dependencies: modules of other files, all modules, or what stands around it. */
  isOpen: boolean;
  /** The path that development bundles keep. */
  path: string | null;
}

export interface BundleText {
  modules: readonly ModuleText[];
  /** Ids of the modules that the bundle runs, in their order; empty where its code does not say so in plain sight. */
  starts: readonly string[];
}
