import type * as t from '@babel/types';
import { heldNode } from '../binding/held-node.ts';
import type { ParameterPlace, Scope } from '../binding/scope.ts';
import type { Resolver } from './resolve.ts';

/** `CameraSource.Photos`, `camera.PictureSourceType.PHOTOLIBRARY`: names of types, and members that begin with a capital. */
const TYPE = /^[A-Z]\w*[a-z]/;
const MEMBER = /^[A-Z]/;
/** Enumerations by whose names a member is told that begins with a small letter: `MediaLibrary.MediaType.video`. */
const KIND = /(?:Types?|Kind|Mode|Source)$/;
/** Wrappers around wrappers that are followed; calls of one up to which they are looked at. */
const MAX_LEVELS = 3;
const MAX_CALLS = 16;

/**
 * The last two names of a member of an enumeration, `PictureSourceType.PHOTOLIBRARY`, also where a variable holds the
 * enumeration, or of all members that the callers of a function choose between or that `|` joins as flags; undefined for
 * anything else. For members that nothing in the build says the value of.
 */
export function enumConstants(
  node: t.Node,
  scope: Scope,
  resolver: Resolver,
  level = 0,
): readonly string[] | undefined {
  if (node.type === 'BinaryExpression' && node.operator === '|') return joinedFlags(node, scope, resolver, level);
  if (node.type !== 'Identifier') {
    const constant = enumConstant(node, scope);
    return constant === undefined ? undefined : [constant];
  }
  const parameter = scope.lookup(node.name)?.parameter ?? null;
  if (parameter === null || parameter.path.length > 0 || level === MAX_LEVELS) return undefined;
  const found = new Set<string>();
  const given = argumentsFor(parameter, resolver);
  // What one caller gives is not known: neither is which it may be.
  if (given.length > MAX_CALLS) return undefined;
  for (const { argument, scope: around } of given) {
    const constants = enumConstants(argument, around, resolver, level + 1);
    if (constants === undefined) return undefined;
    for (const constant of constants) found.add(constant);
  }
  return found.size === 0 ? undefined : [...found];
}

/** The flags that are known to be set, whatever the others are. */
function joinedFlags(
  { left, right }: t.BinaryExpression,
  scope: Scope,
  resolver: Resolver,
  level: number,
): readonly string[] | undefined {
  const flags = [left, right].flatMap((part) => enumConstants(part, scope, resolver, level) ?? []);
  return flags.length === 0 ? undefined : flags;
}

function enumConstant(node: t.Node, scope: Scope): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  const member = plainName(node);
  if (member === undefined) return undefined;
  const names = [node.object, heldNode(node.object, scope)?.node].map((each) => each && plainName(each));
  const owner = names.find((name) => name !== undefined && TYPE.test(name));
  return owner === undefined || !(MEMBER.test(member) || KIND.test(owner)) ? undefined : `${owner}.${member}`;
}

/** What the calls of a function give a parameter. */
function argumentsFor({ of, index }: ParameterPlace, resolver: Resolver) {
  return resolver.callSites.of(of).flatMap(({ given, scope }) => {
    const argument = given[index];
    return argument === undefined ? [] : [{ argument, scope }];
  });
}

function plainName(node: t.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  return !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;
}
