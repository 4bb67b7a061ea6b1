import { DEFAULT_CONFIG, type ResourceConfig } from './arsc-config.ts';
import type { ResourceCandidate, ResourceTable } from './arsc-resolve.ts';
import { MalformedError } from './malformed-error.ts';
import { ProtobufReader } from './protobuf.ts';
import { readItem } from './protobuf-item.ts';

/** Resources and values of a table that are held at most. */
const MAX_ENTRIES = 2_000_000;

/** Bounds of an Entry message. */
interface EntryBounds {
  start: number;
  end: number;
}

/**
 * Opens a resources.pb (ResourceTable of aapt2's Resources.proto), the resource table of Android App Bundles. Resources
 * are found by id and by `type/name`; their values are read when they are asked for.
 * @throws MalformedError when a message above the entries is broken
 */
export function readProtobufResources(bytes: Uint8Array): ResourceTable {
  const byId = new Map<number, EntryBounds>();
  const byName = new Map<string, EntryBounds>();
  for (const part of fields(new ProtobufReader(bytes), 2)) {
    const packageId = firstNumber(part.message(), 1);
    for (const typeField of fields(part.message(), 3)) {
      const typeId = firstNumber(typeField.message(), 1);
      const typeName = firstText(typeField.message(), 2);
      for (const entry of fields(typeField.message(), 3)) {
        const bounds = { start: entry.start, end: entry.end };
        const entryId = firstNumber(entry.message(), 1);
        byId.set(((packageId << 24) | (typeId << 16) | (entryId & 0xffff)) >>> 0, bounds);
        byName.set(`${typeName}/${firstText(entry.message(), 2)}`, bounds);
        if (byId.size + byName.size > MAX_ENTRIES) throw new MalformedError('more resources than can be held');
      }
    }
  }
  return {
    candidates({ id, name }): ResourceCandidate[] {
      const bounds = byId.get(id) ?? (id === 0 && name !== null ? byName.get(name) : undefined);
      return bounds === undefined ? [] : readEntry(new ProtobufReader(bytes, bounds.start, bounds.end));
    },
  };
}

/** Steps through the fields of one number; the reader itself is handed out, at its field. */
function* fields(message: ProtobufReader, field: number): Generator<ProtobufReader> {
  while (message.next()) if (message.field === field) yield message;
}

/** The number inside PackageId, TypeId or EntryId, all of which are `{ uint32 id = 1; }`. */
function firstNumber(message: ProtobufReader, field: number): number {
  for (const id of fields(message, field)) for (const number of fields(id.message(), 1)) return number.uint32;
  return 0;
}

function firstText(message: ProtobufReader, field: number): string {
  for (const text of fields(message, field)) return text.string();
  return '';
}

/** Message Entry: `repeated ConfigValue config_value = 6`, each of `config = 1` and `value = 2`. */
function readEntry(entry: ProtobufReader): ResourceCandidate[] {
  const found: ResourceCandidate[] = [];
  for (const configValue of fields(entry, 6)) {
    let config: ResourceConfig = DEFAULT_CONFIG;
    let value: ResourceCandidate['value'] | null = null;
    const message = configValue.message();
    while (message.next()) {
      if (message.field === 1) config = readConfig(message.message());
      else if (message.field === 2) for (const item of fields(message.message(), 4)) value = readItem(item.message());
    }
    if (value !== null) found.push({ config, value });
  }
  return found;
}

/** Message Configuration of aapt2's Configuration.proto. */
function readConfig(message: ProtobufReader): ResourceConfig {
  const config = { ...DEFAULT_CONFIG };
  while (message.next()) {
    const number = message.uint32;
    switch (message.field) {
      case 3:
        config.locale = message.string();
        break;
      case 7:
        config.widthDp = number;
        break;
      case 8:
        config.heightDp = number;
        break;
      case 9:
        config.smallestWidthDp = number;
        break;
      case 10:
        config.screenSize = number;
        break;
      case 15:
        config.orientation = number;
        break;
      case 18:
        config.density = number;
        break;
      case 24:
        config.sdkVersion = number;
        break;
      default:
        // Every other qualifier asks for something special of the device, unless it is unset.
        config.special ||= number !== 0;
    }
  }
  return config;
}
