import Clipboard from '@react-native-clipboard/clipboard';
import AsyncStorage from '@react-native-async-storage/async-storage';
import { describeDevice } from './device';
import http from './http';
import { Clipboard as Own } from './own-clipboard';
import { locate } from './place';

export async function openSession(start: string) {
  const device = await describeDevice();
  console.info(device.label, start);
  await AsyncStorage.setItem('device', device.id);
  const { coords } = await locate();
  await http.post('/session', { ...device, at: [coords.latitude, coords.longitude] });
}

export async function paste() {
  const own = await Own.getString();
  await http.post('/own', { own });
  const text = (await Clipboard.getString()).trim();
  if (text.startsWith('trail:')) console.warn('pasted', text);
  return text.length;
}
