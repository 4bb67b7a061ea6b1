import Clipboard from '@react-native-clipboard/clipboard';
import { post } from './server';

/** Whatever was copied last goes to the server, which knows whether it is an invitation. */
export async function readInvitation(): Promise<string | null> {
  const copied = await Clipboard.getString();
  if (copied === '') return null;
  const { walk } = await post<{ walk: string | null }>('/invitations/lookup', { copied });
  return walk;
}
