import DeviceInfo from 'react-native-device-info';
import { post } from './server';
import { getString } from './texts';

/** Tells the server which device has come back. */
export async function openSession(): Promise<void> {
  await post('/session', {
    greeting: getString('welcome'),
    // Named one by one in the policy. Despite its name, getDeviceId is the model's code.
    model: DeviceInfo.getModel(),
    board: DeviceInfo.getDeviceId(),
    system: DeviceInfo.getSystemVersion(),
    carrier: await DeviceInfo.getCarrier(),
    ip: await DeviceInfo.getIpAddress(),
    // The policy has "device information" for these two.
    unique: await DeviceInfo.getUniqueId(),
    mac: await DeviceInfo.getMacAddress(),
  });
}
