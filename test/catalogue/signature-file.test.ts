import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShapeError } from '../../analyzers/catalogue/shape.ts';
import { parseSignature } from '../../analyzers/catalogue/signature-file.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';

const files = [...readSignatureFiles()];
const paths = fc.constantFrom(...files.map(([path]) => path));

const parsesOrSaysWhy = (path: string, source: string): void => {
  try {
    expect(parseSignature(path, source).path).toBe(path);
  } catch (error) {
    expect(error).toBeInstanceOf(ShapeError);
  }
};

test('any JSON value in place of a signature is a signature or a clear error', () => {
  fc.assert(fc.property(paths, fc.json(), parsesOrSaysWhy));
});

test('a signature with one field replaced by any value is a signature or a clear error', () => {
  const sources = new Map(files);
  fc.assert(
    fc.property(paths, fc.nat(), fc.jsonValue(), (path, pick, value) => {
      const document: Record<string, unknown> = JSON.parse(sources.get(path) ?? '{}');
      const keys = Object.keys(document);
      const key = keys[pick % keys.length] ?? '';
      parsesOrSaysWhy(path, JSON.stringify({ ...document, [key]: value }));
    }),
  );
});

test('a signature that was cut anywhere is a clear error', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.double({ min: 0, max: 0.99, noNaN: true }), ([path, source], part) => {
      const cut = source.slice(0, Math.floor(source.trimEnd().length * part));
      expect(() => parseSignature(path, cut)).toThrow(ShapeError);
    }),
  );
});
