/** A clipboard of the app's own: nothing is collected. */
export const Clipboard = {
  text: '',
  getString: async () => Clipboard.text,
  setString(text: string) {
    Clipboard.text = text;
  },
};
