import { Builder, Collection, Instance, MemberName, TextObject, Unknown, type Value } from '../value.ts';
import { BUILDER_METHODS, URI_BUILDER_METHODS } from './builders.ts';
import { COLLECTION_FACTORIES, COLLECTION_METHODS, elementsOf, LIST_TYPES, listOf, MAP_TYPES } from './collections.ts';
import { type FrameworkCall, isString, type Model, type Models, modelOf, unknownResult } from './framework-call.ts';
import { CLASS_METHODS, newFile, TEXT_OBJECT_METHODS, URI_FACTORIES } from './framework-objects.ts';
import { NAMED_METHODS, REFLECTION_METHODS } from './reflection.ts';
import { NAME_METHODS, newString, STRING_FACTORIES, STRING_METHODS } from './strings.ts';

const STRING_BUILDERS = new Set(['Ljava/lang/StringBuilder;', 'Ljava/lang/StringBuffer;']);
const URI_BUILDER = 'Landroid/net/Uri$Builder;';

/** Static methods by class. */
const FACTORIES: Readonly<Record<string, Models>> = {
  'Ljava/lang/String;': STRING_FACTORIES,
  'Landroid/net/Uri;': URI_FACTORIES,
  'Landroid/content/ContentUris;': URI_FACTORIES,
};

const BY_CLASS: Models = { ...CLASS_METHODS, ...COLLECTION_FACTORIES, ...REFLECTION_METHODS };

/** Methods of a receiver of which the contents are followed. */
function methodsOf(receiver: Value | undefined): Models | undefined {
  if (isString(receiver)) return STRING_METHODS;
  if (receiver instanceof MemberName) return NAME_METHODS;
  if (receiver instanceof Builder) return receiver.type === URI_BUILDER ? URI_BUILDER_METHODS : BUILDER_METHODS;
  if (receiver instanceof TextObject) return TEXT_OBJECT_METHODS;
  return receiver instanceof Collection ? COLLECTION_METHODS : undefined;
}

function findModel(call: FrameworkCall, isStatic: boolean): Model | undefined {
  const { owner, name } = call.reference;
  if (isStatic) {
    const models = Object.hasOwn(FACTORIES, owner) ? FACTORIES[owner] : undefined;
    const model = models === undefined ? undefined : modelOf(models, name);
    if (model !== undefined) return model;
  } else {
    const models = methodsOf(call.args[0]);
    const model = models === undefined ? undefined : modelOf(models, name);
    if (model !== undefined) return model;
  }
  return modelOf(BY_CLASS, `${owner.slice(1, -1)} ${name}`) ?? (isStatic ? undefined : modelOf(NAMED_METHODS, name));
}

/** What a framework method returns, carried out as far as it is known. */
export function callFramework(call: FrameworkCall, isStatic: boolean): Value {
  const model = findModel(call, isStatic);
  const result = model?.(call);
  if (model === undefined) forget(call, isStatic);
  if (result !== undefined) return result;
  // What is made of a text whose value would have to be known is to be known by the same.
  return model !== undefined || isPure(call.reference.owner)
    ? unknownResult(call)
    : new Unknown(call.reference.returns);
}

function isPure(owner: string): boolean {
  return owner === 'Ljava/lang/String;' || owner === 'Ljava/lang/CharSequence;' || STRING_BUILDERS.has(owner);
}

/** A method that is not known may have changed what it was given. */
function forget({ args }: FrameworkCall, isStatic: boolean): void {
  args.forEach((arg, position) => {
    if (arg instanceof Builder) arg.text = new Unknown('');
    else if (arg instanceof Collection && position === 0 && !isStatic) arg.entries = null;
    else forgetNumbers(arg);
  });
}

/** Arrays of primitive values are there to be filled; of others the framework takes what it needs. */
export function forgetNumbers(value: Value): void {
  const type = value instanceof Object && 'elements' in value ? value.type : '';
  if (type.length === 2 && value instanceof Object && 'elements' in value) value.elements = null;
}

/** A fresh object, before its constructor was called. */
export function allocate(type: string): Value {
  if (STRING_BUILDERS.has(type) || type === URI_BUILDER) return new Builder(type, '');
  if (LIST_TYPES.has(type) || MAP_TYPES.has(type)) return new Collection(type, new Map());
  return new Instance(type);
}

/**
 * What the constructor of a framework class makes of the fresh object, which may be another object.
 * @param call with the fresh object as receiver
 */
export function construct(call: FrameworkCall): Value {
  const [self, ...args] = call.args;
  const { owner, parameters } = call.reference;
  if (self instanceof Builder) {
    if (args.length > 0 && parameters[0] !== 'I') {
      const text = newString(call, args);
      self.text = typeof text === 'string' || text instanceof Unknown ? text : new Unknown('');
    }
    return self;
  }
  if (self instanceof Collection) {
    const values = args[0] === undefined || parameters[0] === 'I' ? [] : elementsOf(args[0]);
    self.entries = values === null ? null : (listOf(values).entries ?? null);
    return self;
  }
  if (owner === 'Ljava/lang/String;') return newString(call, args) ?? unknownResult(call);
  if (owner === 'Ljava/io/File;') return newFile(args) ?? unknownResult(call);
  return new Unknown(self instanceof Instance ? self.type : owner);
}
