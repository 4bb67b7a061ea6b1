import { createRequire } from 'node:module';
import type { Worker } from 'node:worker_threads';
import { MalformedError } from './malformed-error.ts';

/** Heap of the thread that reads a document, in MiB; what is unpacked has a bound of its own. */
const HEAP = 512;

/** The text of a PDF document. */
export interface PdfText {
  /** Paragraphs a line each; rows of tables between pipes. */
  text: string;
  pages: number;
  /** Pages that hold an image and no text, or lie beyond the limit. */
  silent: number;
  /** Whether reading was given up because the document takes more work than its size allows. */
  cut: boolean;
}

/** What the thread answers: the text, or why there is none. */
export type PdfAnswer = { text: PdfText } | { malformed: string };

/**
 * Reads the text layer of a PDF in a thread of its own: a broken document can leave pdf.js with failures that nobody waits
 * for, which end the process that they happen in, and its bounds count for one document at a time.
 * @throws MalformedError for a document that is broken or encrypted with a password
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const data = new Uint8Array(bytes);
  // Only here: Node takes milliseconds to load its threads, and most scans read no PDF.
  const { Worker } = await import('node:worker_threads');
  const thread = new Worker(createRequire(import.meta.url).resolve('#pdf-reader'), {
    workerData: data,
    transferList: [data.buffer],
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  try {
    const answer = await answerOf(thread);
    if ('malformed' in answer) throw new MalformedError(answer.malformed);
    return answer.text;
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const unreadable = (why: string) => resolve({ malformed: `the PDF cannot be read: ${why}` });
    thread.once('message', resolve);
    thread.once('error', ({ message }) => unreadable(message));
    // It waited for something that the document does not have.
    thread.once('exit', () => unreadable('its reader came to no end'));
  });
}
