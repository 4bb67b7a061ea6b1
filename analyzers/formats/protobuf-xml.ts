import { MalformedError } from './malformed-error.ts';
import { ProtobufReader } from './protobuf.ts';
import { readItem } from './protobuf-item.ts';
import { checkNodeCount, type XmlAttribute, type XmlElement, type XmlValue } from './xml.ts';

/** Message XmlNode: `element = 1`, `text = 2`, `source = 3`. */
interface Node {
  element: ProtobufReader | null;
  text: string | null;
  line: number | null;
}

/**
 * Reads the XmlNode of aapt2's Resources.proto, the form of XML files in Android App Bundles.
 * @throws MalformedError when a message is broken or the root is no element
 */
export function readProtobufXml(bytes: Uint8Array): XmlElement {
  const top = readNode(new ProtobufReader(bytes));
  if (top.element === null) throw new MalformedError('protocol buffer without a root element');
  const root = newElement(top.line);
  const pending: { element: XmlElement; message: ProtobufReader }[] = [{ element: root, message: top.element }];
  let nodes = 1;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element, message } = next;
    while (message.next()) {
      switch (message.field) {
        case 2:
          element.namespace = message.string();
          break;
        case 3:
          element.name = message.string();
          break;
        case 4:
          element.attributes.push(readAttribute(message.message()));
          checkNodeCount(++nodes);
          break;
        case 5: {
          const node = readNode(message.message());
          checkNodeCount(++nodes);
          if (node.element !== null) {
            const child = newElement(node.line);
            element.children.push(child);
            pending.push({ element: child, message: node.element });
          } else if (node.text) {
            element.children.push(node.text);
          }
          break;
        }
      }
    }
  }
  return root;
}

function newElement(line: number | null): XmlElement {
  return { namespace: '', name: '', attributes: [], children: [], line };
}

function readNode(message: ProtobufReader): Node {
  const node: Node = { element: null, text: null, line: null };
  while (message.next()) {
    if (message.field === 1) node.element = message.message();
    else if (message.field === 2) node.text = message.string();
    else if (message.field === 3) {
      const position = message.message();
      while (position.next()) if (position.field === 1) node.line = position.uint32;
    }
  }
  return node;
}

/** Message XmlAttribute; the compiled item, where there is one, has the type that the plain `value` lacks. */
function readAttribute(message: ProtobufReader): XmlAttribute {
  let namespace = '';
  let name = '';
  let resourceId = 0;
  let text = '';
  let compiled: XmlValue | null = null;
  while (message.next()) {
    if (message.field === 1) namespace = message.string();
    else if (message.field === 2) name = message.string();
    else if (message.field === 3) text = message.string();
    else if (message.field === 5) resourceId = message.uint32;
    else if (message.field === 6) compiled = readItem(message.message());
  }
  return { namespace, name, resourceId, value: compiled ?? { kind: 'string', value: text } };
}
