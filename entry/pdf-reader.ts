import { parentPort, workerData } from 'node:worker_threads';
import { MalformedError } from '../analyzers/formats/malformed-error.ts';
import type { PdfAnswer } from '../analyzers/formats/pdf.ts';
import { readPdfPages } from '../analyzers/formats/pdf-pages.ts';

/** The thread that reads one PDF: its bytes come in, its text goes out. */
async function answer(): Promise<PdfAnswer> {
  try {
    return { text: await readPdfPages(workerData) };
  } catch (error) {
    if (error instanceof MalformedError) return { malformed: error.message };
    throw error;
  }
}

// What pdf.js began and nobody waits for says nothing of the pages that were read.
process.on('unhandledRejection', () => {});
parentPort?.postMessage(await answer());
