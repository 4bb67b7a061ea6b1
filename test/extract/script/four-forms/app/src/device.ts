import { NativeModules, TurboModuleRegistry, type TurboModule } from 'react-native';

interface Spec extends TurboModule {
  getUniqueId(): Promise<string>;
}

export interface Device {
  id: string;
  phone: string;
  label: string;
}

/** Who this is, and a label that says nothing. */
export async function describeDevice(): Promise<Device> {
  const id = await TurboModuleRegistry.getEnforcing<Spec>('RNDeviceInfo').getUniqueId();
  const phone = NativeModules.RNSimDataModule.phoneNumber0;
  return { id, phone, label: 'phone' };
}
