import { Device } from '@capacitor/device';
import { Network } from '@capacitor/network';

export interface DeviceDescription {
  model: string;
  system: string;
  browser: string;
  identifier: string;
  connection: string;
}

/** The first three are named in the policy; the last two only as "device identifiers" and "network information". */
export async function describeDevice(): Promise<DeviceDescription> {
  const { model, osVersion } = await Device.getInfo();
  const { identifier } = await Device.getId();
  const { connectionType } = await Network.getStatus();
  return { model, system: osVersion, browser: navigator.userAgent, identifier, connection: connectionType };
}
