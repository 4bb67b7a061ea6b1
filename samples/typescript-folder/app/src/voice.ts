import { SpeechRecognition } from '@capacitor-community/speech-recognition';

/** Writes down what is said. The policy has no word about the microphone. */
export async function dictate(said: (line: string) => void): Promise<void> {
  const { matches } = await SpeechRecognition.start({ language: 'en-US', popup: false });
  for (const line of matches ?? []) said(line);
}
