import JSZip from 'jszip';

/** The first day that a ZIP archive can hold: the same report gives the same bytes at any time. */
const DAY = new Date(Date.UTC(1980, 0, 1));

/** A ZIP archive of text and binary files, in the order given; an office document is one. */
export async function pack(files: [path: string, content: string | Uint8Array][]): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, content] of files) zip.file(path, content, { date: DAY, createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'UNIX' });
}
