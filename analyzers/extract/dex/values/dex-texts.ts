import type { DexFile } from '../../../formats/dex/dex-file.ts';

/** A proto's descriptor and what it is made of. */
export interface Proto {
  /** `(Ljava/lang/String;)V`. */
  descriptor: string;
  parameters: readonly string[];
  returns: string;
}

/** The texts of a DEX file, each decoded once. Accessors throw DexError as those of DexFile do. */
export class DexTexts {
  private readonly types: (string | undefined)[] = [];
  private readonly protos: (Proto | undefined)[] = [];
  private readonly strings = new Map<number, string>();

  constructor(private readonly dex: DexFile) {}

  type(index: number): string {
    let text = this.types[index];
    if (text === undefined) {
      text = this.dex.typeDescriptor(index);
      this.types[index] = text;
    }
    return text;
  }

  string(index: number): string {
    let text = this.strings.get(index);
    if (text === undefined) {
      text = this.dex.string(index);
      this.strings.set(index, text);
    }
    return text;
  }

  proto(index: number): Proto {
    let proto = this.protos[index];
    if (proto === undefined) {
      const parameters = this.dex.protoParameters(index).map((type) => this.type(type));
      const returns = this.type(this.dex.protoReturnType(index));
      proto = { descriptor: `(${parameters.join('')})${returns}`, parameters, returns };
      this.protos[index] = proto;
    }
    return proto;
  }

  /** `name:type`. */
  field(index: number): string {
    return `${this.string(this.dex.fieldName(index))}:${this.type(this.dex.fieldType(index))}`;
  }
}
