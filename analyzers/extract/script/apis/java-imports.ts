import { ApiNode } from './api-node.ts';

/** A class of Java or Android by its full name, inner classes below their outer ones: packages begin small, classes do not. */
const JAVA_CLASS = /^(?:androidx?|javax?)(?:\.[a-z]\w*)*(?:\.[A-Z]\w*)+$/;

/** Class -> the module that it is the default of, so that one class is one value however often it is imported. */
const made = new WeakMap<ApiNode, ApiNode>();

/**
 * The module from which UTS imports a class of Java by its name (`import Build from 'android.os.Build'`): the class is
 * its default. Undefined for other specifiers and for classes that no signature knows.
 * Source: uni-app x documentation, native APIs of Android in UTS.
 * @param globals the global object, which has the packages of Java as scripts of HTML5+ and NativeScript reach them
 */
export function javaModule(globals: ApiNode, specifier: string): ApiNode | undefined {
  if (!JAVA_CLASS.test(specifier)) return undefined;
  let named: ApiNode | undefined = globals;
  for (const part of specifier.split('.')) named = named?.property(part);
  if (named === undefined) return undefined;
  let module = made.get(named);
  if (module === undefined) {
    module = new ApiNode('module');
    module.hang('default', named);
    made.set(named, module);
  }
  return module;
}
