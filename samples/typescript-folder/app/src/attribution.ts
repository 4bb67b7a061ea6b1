/** The global of cordova-plugin-facebook-connect, which ships no types. */
declare const facebookConnectPlugin: { logEvent(name: string): void };

/** Reports which advertisement led to the installation, through an SDK that the policy does not name. */
export function startAttribution(): void {
  document.addEventListener('deviceready', () => facebookConnectPlugin.logEvent('fb_mobile_activate_app'));
}
