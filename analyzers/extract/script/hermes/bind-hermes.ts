import { hermesVersion } from '../../../formats/hermes/hermes-layout.ts';
import { MalformedError } from '../../../formats/malformed-error.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Gap } from '../../../model/gap.ts';
import type { ScriptWatch } from '../apis/watch.ts';
import { bindScript } from '../binding/bind.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import { nameBundledPackages } from '../bundles/bundle-packages.ts';
import { hermesProgram } from './hermes-program.ts';
import { packagesNamedInBytecode } from './names-in-bytecode.ts';

/** A file of Hermes bytecode as a script; null with a gap, and with what its names tell, where it cannot be read. */
export function bindHermes(
  path: string,
  bytes: Uint8Array,
  watch: ScriptWatch,
): { script: BoundScript | null; gaps: Gap[]; facts: Fact[] } {
  const gap = (code: Gap['code'], detail: string): Gap => ({
    stage: 'script',
    file: path,
    code,
    detail,
    material: true,
  });
  try {
    const { program, unread, conditional } = hermesProgram(bytes);
    const script = bindScript(program, watch.memberNames, path);
    script.bytecode = true;
    script.isConditional = (offset) => conditional.includes(offset);
    nameBundledPackages(script, watch);
    const count = unread === null ? 0 : unread.count;
    const gaps =
      unread === null ? [] : [gap('corrupt', `${count} functions of bytecode are not read: ${unread.detail}`)];
    return { script, gaps, facts: [] };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const detail = `Hermes bytecode version ${hermesVersion(bytes)} is not decoded, only its names are looked at: ${error.message}`;
    const facts = packagesNamedInBytecode(path, bytes, watch);
    return { script: null, facts, gaps: [gap(error.reason.includes('version') ? 'unsupported' : 'corrupt', detail)] };
  }
}
