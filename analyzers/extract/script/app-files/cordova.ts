import type * as t from '@babel/types';
import type { Fact } from '../../../model/fact.ts';
import { bindScript } from '../binding/bind.ts';
import { markupParser } from '../syntax/markup.ts';
import { parseScript } from '../syntax/parse.ts';
import { keyName } from '../syntax/pattern.ts';
import { LineCounter } from '../syntax/script-block.ts';
import { configFact } from './config-fact.ts';
import { entriesOf, scalarOf } from './config-json.ts';

/** Cordova's config.xml: plugins as `module` facts with their version, Android permissions that it adds to the manifest. */
export function cordovaConfig(text: string, file: string): Fact[] {
  const facts: Fact[] = [];
  const lines = new LineCounter(text);
  const parser = markupParser(
    (name, attributes) => {
      const local = name.slice(name.indexOf(':') + 1);
      const isPlugin = local === 'plugin';
      const value = isPlugin ? attributes.name : local === 'uses-permission' ? attributes['android:name'] : undefined;
      if (value === undefined || value === '') return;
      const { line, column } = lines.at(parser.startIndex);
      const version = isPlugin ? (attributes.spec ?? attributes.version) : undefined;
      const fact: Fact = { kind: isPlugin ? 'module' : 'permission', value, at: { file, line, column: column + 1 } };
      if (version !== undefined) fact.args = [version];
      facts.push(fact);
    },
    { xmlMode: true },
  );
  parser.end(text);
  return facts;
}

/**
 * cordova_plugins.js, which the build writes beside an app's pages: the plugins that are built in, from
 * `module.exports.metadata = { "<plugin>": "<version>" }`.
 */
export function cordovaPluginList(text: string, file: string): Fact[] {
  const { program } = parseScript({ text, line: 1, column: 0, language: 'js' }, ['plain']);
  const { nodes } = bindScript(program, new Set());
  return nodes.filter(isMetadata).flatMap(({ right }) =>
    entriesOf(right).map(({ name, key, value }) => {
      const version = scalarOf(value);
      return configFact('module', name, version === undefined ? [] : [version], file, key);
    }),
  );
}

function isMetadata(node: t.Node): node is t.AssignmentExpression {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return false;
  return keyName({ key: node.left.property, computed: node.left.computed }) === 'metadata';
}
