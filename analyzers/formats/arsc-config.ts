/**
 * The qualifiers of a configuration (ResTable_config, aapt2's Configuration message, a `values-...` folder) on which
 * the choice of a value rests; 0 and empty mean any.
 */
export interface ResourceConfig {
  /** `zh`, `zh-CN`, `zh-Hant-TW`. */
  locale: string;
  orientation: number;
  density: number;
  sdkVersion: number;
  /** 1 small to 4 extra large. */
  screenSize: number;
  smallestWidthDp: number;
  widthDp: number;
  heightDp: number;
  /** True when a qualifier is set that the device below does not have: mobile network, night, keyboard, round ... */
  special: boolean;
}

export const DEFAULT_CONFIG: ResourceConfig = {
  locale: '',
  orientation: 0,
  density: 0,
  sdkVersion: 0,
  screenSize: 0,
  smallestWidthDp: 0,
  widthDp: 0,
  heightDp: 0,
  special: false,
};

/**
 * The device for which `aapt dump badging` picks values: no locale, portrait, 320 x 480 dp, medium density, normal
 * screen, and a platform newer than all.
 */
const DEVICE = { orientation: 1, widthDp: 320, heightDp: 480, smallestWidthDp: 320, screenSize: 2, density: 160 };

/** Whether the device may use values of this configuration, its locale aside. */
export function matchesDevice(config: ResourceConfig): boolean {
  return (
    !config.special &&
    (config.orientation === 0 || config.orientation === DEVICE.orientation) &&
    config.screenSize <= DEVICE.screenSize &&
    config.smallestWidthDp <= DEVICE.smallestWidthDp &&
    config.widthDp <= DEVICE.widthDp &&
    config.heightDp <= DEVICE.heightDp
  );
}

/**
 * Whether the later of two configurations in a table suits the device better than the earlier; both must match it. The
 * order of the qualifiers is that of Android's best-match rules ("Providing alternative resources", isBetterThan of
 * ResTable_config).
 */
export function suitsBetter(later: ResourceConfig, earlier: ResourceConfig): boolean {
  const difference =
    later.smallestWidthDp - earlier.smallestWidthDp ||
    later.widthDp + later.heightDp - (earlier.widthDp + earlier.heightDp) ||
    screenSizeRank(later) - screenSizeRank(earlier) ||
    later.orientation - earlier.orientation ||
    densityRank(later) - densityRank(earlier);
  if (difference !== 0) return difference > 0;
  // Android takes an unset density for medium, and of two that come to the same the later, whatever its SDK level.
  return later.density !== earlier.density || later.sdkVersion > earlier.sdkVersion;
}

/** An unset size counts as normal, but a size that is set wins over it. */
function screenSizeRank(config: ResourceConfig): number {
  return config.screenSize === 0 ? 2 * DEVICE.screenSize - 1 : 2 * config.screenSize;
}

/** The device's own density first, then what is scaled down, nearest first, then what is scaled up. */
function densityRank(config: ResourceConfig): number {
  const density = config.density === 0 ? DEVICE.density : config.density;
  return density >= DEVICE.density ? 1e6 - density : density;
}
