/** Globals of cordova-plugin-adjust, which ships no types. */
declare const Adjust: { initSdk(config: object): void };
declare const AdjustConfig: new (token: string, environment: string) => object;

/** Reports which advertisement led to the installation, through an SDK that the policy does not name. */
export function startAttribution(): void {
  document.addEventListener('deviceready', () => {
    Adjust.initSdk(new AdjustConfig('sample0token', 'production'));
  });
}
