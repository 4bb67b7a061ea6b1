import { Clipboard as Pasteboard } from '@capacitor/clipboard';

/** Looks at the clipboard at every start. The object has the name of what it hides. */
export const clipboard = {
  async offerToPaste(): Promise<string | null> {
    const { type, value } = await Pasteboard.read();
    return type === 'text/plain' && value !== '' ? value : null;
  },
};
