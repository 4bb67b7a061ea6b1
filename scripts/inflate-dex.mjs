// The floor that `npm run bench` measures against: inflate every classes*.dex of an APK and do nothing with it.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const bytes = readFileSync(process.argv[2]);
const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
let at = bytes.readUInt32LE(end + 16);
for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
  const name = bytes.latin1Slice(at + 46, at + 46 + nameLength);
  if (/\.dex$/.test(name)) {
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    if (bytes.readUInt16LE(at + 10) === 8) inflateRawSync(data);
  }
  at += 46 + nameLength + extraLength + commentLength;
}
