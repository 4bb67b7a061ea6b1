import { ApiNode, NATIVE_GETTER } from '../apis/api-node.ts';
import { propertiesNamed } from '../binding/properties-named.ts';
import { ANY_NAME } from '../binding/record-assignment.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, FunctionValue, InstanceValue, LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import { groupsOf } from '../syntax/member-groups.ts';
import { only, type Resolver, union } from './resolve.ts';

/** Names that bundling keeps, on an object that is not known: `r(d[1]).NativeModules`. */
export function propertyOfUnknown({ watch }: Resolver, name: string): readonly Value[] {
  switch (name) {
    case 'NativeModules':
    case 'NativeModulesProxy':
    case 'Plugins':
      return [watch.nativeModules];
    case 'TurboModuleRegistry':
      return only(watch.modules.get('react-native')?.property(name));
    case 'getEnforcing':
    case 'requireNativeModule':
    case 'requireOptionalNativeModule':
      return [NATIVE_GETTER];
    // What events of pasting carry.
    case 'clipboardData':
      return only(watch.globals.property(name));
    default:
      return NO_VALUES;
  }
}

/** What a property of a value is known to hold. */
export function propertyOf(resolver: Resolver, object: Value, name: string): readonly Value[] {
  if (object instanceof ApiNode) {
    if (object.kind === 'global') return resolver.globalNamed(name);
    // A reference of React holds what it was made with.
    return only(object.property(name) ?? (name === 'current' ? object : undefined));
  }
  if (object instanceof ScriptModule) return propertyOfModule(resolver, object, name);
  if (object instanceof InstanceValue) {
    const values = memberOfClass(resolver, object.of, name);
    return name === 'props' ? union(values, resolver.handovers.propsOf(object)) : values;
  }
  if (object instanceof LiteralValue) {
    const known = resolver.faceOf(object)?.property(name);
    if (known !== undefined) return [known];
    const { states } = resolver.handovers;
    if (name === 'state' && states.heldBy(object).length > 0) return states.heldBy(object);
    let values = union(propertyOfLiteral(resolver, object, name), writtenTo(resolver, object, name));
    if (values.length === 0) values = writtenTo(resolver, object, ANY_NAME);
    if (values.length === 0) values = resolver.globalMixins.propertyFor(object, name);
    // Of a store's state those parts have no name here that its modules and reducers have for themselves.
    return values.length === 0 && states.isState(object) ? states.all : values;
  }
  if (object instanceof ClassValue) {
    return union(resolver.valuesOfSources(object.statics.get(name) ?? []), writtenTo(resolver, object, name));
  }
  if (!(object instanceof FunctionValue)) return NO_VALUES;
  const statics = object.madeClass?.statics.get(name);
  return union(
    statics === undefined ? NO_VALUES : resolver.valuesOfSources(statics),
    writtenTo(resolver, object, name),
  );
}

function propertyOfModule(resolver: Resolver, module: ScriptModule, name: string): readonly Value[] {
  const sources = module.exports.get(name);
  let values = sources === undefined ? NO_VALUES : resolver.valuesOfSources(sources);
  if (module.whole.length > 0) {
    const whole = resolver.valuesOfSources(module.whole);
    values = union(values, resolver.propertyOfAll(whole, name));
    // CommonJS interop: the export as a whole is the default, too.
    if (name === 'default' && values.length === 0) return whole;
  }
  if (values.length > 0) return values;
  if (name !== 'default') {
    for (const star of module.stars) {
      values = union(values, resolver.propertyOfAll(resolver.valuesOfSources([star]), name));
    }
  }
  // `n.n(module).a` of webpack is the default export, and a module without one stands for it.
  if (values.length > 0 || (name !== 'default' && name !== 'a')) return values;
  return name === 'a' && module.exports.has('default') ? propertyOfModule(resolver, module, 'default') : [module];
}

/** Members of the class, else of what it extends. */
function memberOfClass(resolver: Resolver, owner: ClassValue, name: string): readonly Value[] {
  const sources = owner.members.get(name);
  if (sources !== undefined) return resolver.valuesOfSources(sources);
  const { extended } = owner;
  if (extended === null) return NO_VALUES;
  let values: readonly Value[] = NO_VALUES;
  for (const base of resolver.valuesOf(extended.expression, extended.scope)) {
    const above = base instanceof FunctionValue ? base.madeClass : base;
    if (above instanceof ClassValue) {
      values = union(
        values,
        resolver.limited(() => memberOfClass(resolver, above, name)),
      );
    } else if (base instanceof ApiNode) values = union(values, only(base.property(name)));
  }
  return values;
}

function propertyOfLiteral(resolver: Resolver, { node, scope }: LiteralValue, name: string): readonly Value[] {
  if (node.type === 'ArrayExpression') {
    const element = node.elements[Number(name)];
    return element === null || element === undefined ? NO_VALUES : resolver.valuesOf(element, scope);
  }
  let values: readonly Value[] = NO_VALUES;
  for (const property of propertiesNamed(node, name)) {
    if (property.type === 'SpreadElement') {
      values = union(values, resolver.propertyOfAll(resolver.valuesOf(property.argument, scope), name));
    } else if (property.type === 'ObjectProperty') values = resolver.valuesOf(property.value, scope);
    else {
      values = property.kind === 'get' ? resolver.returnsOf(property) : resolver.valuesOf(property, scope);
    }
  }
  if (values.length > 0) return values;
  const { groups, mixed } = groupsOf(node);
  for (const part of [...groups, ...mixed]) {
    values = union(values, resolver.propertyOfAll(resolver.valuesOf(part, scope), name));
  }
  return values;
}

/** What is assigned, anywhere, to a property of this very object. */
function writtenTo(resolver: Resolver, object: Value, name: string): readonly Value[] {
  let values: readonly Value[] = NO_VALUES;
  for (const write of resolver.program.writesTo(name)) {
    if (!resolver.writtenObject(write).includes(object)) continue;
    values = union(values, resolver.valuesOfSources([write.source]));
  }
  return values;
}
