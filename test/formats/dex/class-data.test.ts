import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ClassDataReader } from '../../../analyzers/formats/dex/class-data.ts';
import { CodeItem } from '../../../analyzers/formats/dex/code-item.ts';
import { readDexContainer } from '../../../analyzers/formats/dex/container.ts';
import { javaType, methodSignature, protoDescriptor } from '../../../analyzers/formats/dex/descriptor.ts';
import { DexError } from '../../../analyzers/formats/dex/dex-error.ts';
import type { DexFile } from '../../../analyzers/formats/dex/dex-file.ts';
import { NO_INDEX } from '../../../analyzers/formats/dex/dex-file.ts';
import { buildDex } from './dex-builder.ts';

function open(name: string): DexFile {
  const [dex] = readDexContainer(readFileSync(new URL(`fixtures/${name}`, import.meta.url))).files as [DexFile];
  return dex;
}

test('walks fields, static ones first, then methods with their code', () => {
  const dex = open('constants-035.dex');
  const data = new ClassDataReader(dex.bytes);
  data.open(dex.classDataOffset(0));
  const fields: string[] = [];
  while (data.nextField()) {
    const name = dex.string(dex.fieldName(data.index));
    fields.push(
      `${data.staticPosition} ${name} ${javaType(dex.typeDescriptor(dex.fieldType(data.index)))} ${data.accessFlags}`,
    );
  }
  expect(fields).toEqual([
    '0 CHANGING java.lang.String 9',
    '1 FLAG boolean 25',
    '2 KEY java.lang.String 25',
    '3 NUMBER long 25',
    '4 URI java.lang.String 25',
  ]);
  const code = new CodeItem(dex.bytes);
  const methods: string[] = [];
  while (data.nextMethod()) {
    code.open(data.codeOffset);
    methods.push(
      `${methodSignature(dex, data.index)} ${code.registers} ${code.ins} ${code.insnsSize} ${code.tryCount}`,
    );
  }
  expect(methods).toEqual([
    'caught(android.content.ContentResolver) 4 1 15 1',
    'field(android.content.ContentResolver) 4 1 11 0',
    'intAndBoolean(int,boolean) 2 2 1 0',
    'joined(android.content.ContentResolver,boolean) 6 2 16 0',
    'jumbo(android.content.ContentResolver) 4 1 8 0',
    'nothing() 0 0 1 0',
    'numbers(android.location.LocationManager,android.location.LocationListener) 12 2 27 0',
    'straight(android.content.ContentResolver) 4 1 10 0',
  ]);
  expect(data.nextMethod()).toBe(false);
});

test('reads superclass, interfaces and prototypes', () => {
  const dex = open('invokes-035.dex');
  expect(dex.typeDescriptor(dex.superclass(0))).toBe('Landroid/app/Activity;');
  expect(dex.classAccessFlags(0)).toBe(1);
  expect(dex.typeList(dex.interfacesOffset(0), 10).map((type) => dex.typeDescriptor(type))).toEqual([
    'Ljava/lang/Runnable;',
  ]);
  const protos = Array.from({ length: dex.protoCount }, (_, i) => protoDescriptor(dex, i));
  expect(protos).toContain(
    '(Landroid/telephony/TelephonyManager;Landroid/content/SharedPreferences;[Ljava/lang/String;J)V',
  );
});

test('gives no index for a class without superclass and no offset for missing parts', () => {
  const bytes = buildDex([{ name: 'La/A;', methods: [] }]);
  const [dex] = readDexContainer(bytes).files as [DexFile];
  bytes.fill(0xff, dex.header.classDefs.offset + 8, dex.header.classDefs.offset + 12);
  expect(dex.superclass(0)).toBe(NO_INDEX);
  expect([dex.interfacesOffset(0), dex.staticValuesOffset(0)]).toEqual([0, 0]);
});

test('refuses indices outside their tables', () => {
  const dex = open('invokes-035.dex');
  for (const read of [
    () => dex.string(dex.stringCount),
    () => dex.typeDescriptor(dex.typeCount),
    () => dex.protoParameters(dex.protoCount),
    () => dex.fieldClass(dex.fieldCount),
    () => dex.methodProto(-1),
    () => dex.classDataOffset(dex.classCount),
  ]) {
    expect(read).toThrow(DexError);
  }
  expect(dex.stringStarts).toHaveLength(dex.stringCount);
});
