import { childElements, type XmlElement } from '../../formats/xml.ts';
import type { ComponentType, ManifestComponent, ManifestMetaData } from '../../model/manifest.ts';
import { androidBoolean, androidText, androidValue, lineOf, textOf, type ValueContext } from './attribute-reader.ts';

const COMPONENT_TYPES: ReadonlySet<string> = new Set<ComponentType>([
  'activity',
  'activity-alias',
  'service',
  'receiver',
  'provider',
]);

/** Up to this SDK level providers are exported unless the manifest says otherwise. */
const LAST_SDK_WITH_EXPORTED_PROVIDERS = 16;

/** What components take from the manifest around them. */
export interface ComponentDefaults {
  /** Package that completes class names. */
  classPackage: string;
  /** Target SDK level, or what stands for it when the manifest has none. */
  targetSdk: number;
  process: string | null;
  permission: string | null;
}

/** A meta-data entry with its line where the file has lines. */
export type MetaDataEntry = ManifestMetaData & { line?: number };

/** Completes a class name as Android does: `.Main` and `Main` belong to the package, `a.b.Main` is complete. */
export function completeClassName(name: string, classPackage: string): string {
  if (name.startsWith('.')) return classPackage + name;
  return name.includes('.') || classPackage === '' ? name : `${classPackage}.${name}`;
}

/** The components of an `<application>` in document order, with the meta-data of the application and of each. */
export function readComponents(
  application: XmlElement,
  defaults: ComponentDefaults,
  context: ValueContext,
): { components: ManifestComponent[]; metaData: MetaDataEntry[] } {
  const components: ManifestComponent[] = [];
  const metaData = readMetaData(application, null, context);
  for (const element of childElements(application)) {
    if (!COMPONENT_TYPES.has(element.name)) continue;
    const component = readComponent(element, element.name as ComponentType, defaults, context);
    if (component === null) continue;
    components.push(component);
    for (const entry of readMetaData(element, component.name, context)) metaData.push(entry);
  }
  return { components, metaData };
}

function readComponent(
  element: XmlElement,
  type: ComponentType,
  defaults: ComponentDefaults,
  context: ValueContext,
): ManifestComponent | null {
  const name = androidText(element, 'name', context);
  if (name === null) return null;
  const target = androidText(element, 'targetActivity', context);
  const intentFilters = childElements(element, 'intent-filter').map((filter) => ({
    actions: names(filter, 'action', context),
    categories: names(filter, 'category', context),
  }));
  const exportedByDefault =
    type === 'provider' ? defaults.targetSdk <= LAST_SDK_WITH_EXPORTED_PROVIDERS : intentFilters.length > 0;
  return {
    type,
    name: completeClassName(name, defaults.classPackage),
    exported: androidBoolean(element, 'exported', context) ?? exportedByDefault,
    ...(androidBoolean(element, 'enabled', context) === false ? { disabled: true } : {}),
    process: androidText(element, 'process', context) ?? defaults.process,
    permission: androidText(element, 'permission', context) ?? defaults.permission,
    authorities: splitAuthorities(androidText(element, 'authorities', context)),
    intentFilters,
    target: type === 'activity-alias' && target !== null ? completeClassName(target, defaults.classPackage) : null,
    ...lineOf(element, context),
  };
}

/** `android:name` of the children with a given element name. */
export function names(parent: XmlElement, child: string, context: ValueContext): string[] {
  return childElements(parent, child)
    .map((element) => androidText(element, 'name', context))
    .filter((name) => name !== null);
}

/** Authorities are separated by semicolons. */
export function splitAuthorities(text: string | null): string[] {
  return (text ?? '')
    .split(';')
    .map((authority) => authority.trim())
    .filter((authority) => authority !== '');
}

function readMetaData(parent: XmlElement, component: string | null, context: ValueContext): MetaDataEntry[] {
  const entries: MetaDataEntry[] = [];
  for (const element of childElements(parent, 'meta-data')) {
    const name = androidText(element, 'name', context);
    if (name === null) continue;
    const value = androidValue(element, 'value') ?? androidValue(element, 'resource');
    entries.push({
      name,
      value: value === undefined ? null : textOf(value, context),
      component,
      ...lineOf(element, context),
    });
  }
  return entries;
}
