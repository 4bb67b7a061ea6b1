import { childElements, findAttribute, type XmlElement } from '../../formats/xml.ts';
import type { Manifest, ManifestPermission } from '../../model/manifest.ts';
import {
  androidBoolean,
  androidText,
  androidValue,
  integerOf,
  lineOf,
  plainText,
  type ValueContext,
} from './attribute-reader.ts';
import { TOOLS_NAMESPACE } from './framework-attributes.ts';
import { completeClassName, names, readComponents, splitAuthorities } from './read-components.ts';
import { sdkLevel } from './sdk-codenames.ts';

/** Elements that request a permission; the numbered ones do so from SDK level 23 on. */
const PERMISSION_ELEMENTS = ['uses-permission', 'uses-permission-sdk-23', 'uses-permission-sdk-m'];

/** Values that stand outside a source manifest, in the build script beside it; they win over the manifest's own. */
export interface BuildScriptValues {
  applicationId: string | null;
  namespace: string | null;
  versionName: string | null;
  versionCode: string | null;
  minSdk: number | null;
  targetSdk: number | null;
}

export const NO_BUILD_SCRIPT: BuildScriptValues = {
  applicationId: null,
  namespace: null,
  versionName: null,
  versionCode: null,
  minSdk: null,
  targetSdk: null,
};

/** A manifest as one file states it, before anything is merged into it. */
export interface ManifestReading {
  manifest: Manifest;
  /** Name of the split that the file belongs to, null for a base. */
  split: string | null;
  /** 1-based line of each entry of `manifest.metaData`, in text manifests. */
  metaDataLines: (number | undefined)[];
  /** `tools:node="remove"`: what the merger takes out of other manifests; a name of '' stands for all of that element. */
  removed: { element: string; name: string }[];
}

/**
 * Reads one AndroidManifest.xml.
 * @param document its `<manifest>` element  @param file path for the result
 */
export function readManifest(
  document: XmlElement,
  file: string,
  outer: ValueContext,
  script: BuildScriptValues = NO_BUILD_SCRIPT,
): ManifestReading {
  const { root, removed } = withoutRemoved(document);
  const ownPackage = plainText(root, 'package', outer);
  const packageName = script.applicationId ?? ownPackage ?? script.namespace ?? '';
  const context = withApplicationId(outer, packageName);

  // Android heeds the first <application> and warns about others.
  const application = childElements(root, 'application')[0];
  const minSdk = script.minSdk ?? sdkAttribute(root, 'minSdkVersion', context);
  const targetSdk = script.targetSdk ?? sdkAttribute(root, 'targetSdkVersion', context);
  const classPackage = script.namespace ?? ownPackage ?? packageName;
  const parts =
    application === undefined
      ? { components: [], metaData: [] }
      : readComponents(
          application,
          {
            classPackage,
            targetSdk: targetSdk ?? minSdk ?? 1,
            process: androidText(application, 'process', context),
            permission: androidText(application, 'permission', context),
          },
          context,
        );
  const applicationName = application === undefined ? null : androidText(application, 'name', context);
  const versionCode = androidText(root, 'versionCode', context);
  const queries = childElements(root, 'queries');
  return {
    manifest: {
      file,
      package: packageName,
      versionName: script.versionName ?? androidText(root, 'versionName', context),
      versionCode: script.versionCode ?? (versionCode === null ? null : String(integerOf(versionCode) ?? versionCode)),
      minSdk,
      targetSdk,
      label: application === undefined ? null : androidText(application, 'label', context),
      applicationClass: applicationName === null ? null : completeClassName(applicationName, classPackage),
      otherClasses: readOtherClasses(root, application, context).map((name) => completeClassName(name, classPackage)),
      permissions: readPermissions(root, context),
      components: parts.components,
      metaData: parts.metaData.map(({ name, value, component }) => ({ name, value, component })),
      queries: {
        packages: queries.flatMap((query) => names(query, 'package', context)),
        actions: queries.flatMap((query) => childElements(query, 'intent').flatMap((i) => names(i, 'action', context))),
        authorities: queries.flatMap((query) =>
          childElements(query, 'provider').flatMap((p) => splitAuthorities(androidText(p, 'authorities', context))),
        ),
      },
      features: readFeatures(root, context),
    },
    split: plainText(root, 'split', context) ?? plainText(root, 'featureSplit', context),
    metaDataLines: parts.metaData.map((entry) => entry.line),
    removed: removed.map(({ element, name }) => ({
      element,
      name: element.startsWith('uses-') || name === '' ? name : completeClassName(name, classPackage),
    })),
  };
}

/** Attributes of the application that name a class which is no component. */
const CLASS_ATTRIBUTES = ['appComponentFactory', 'backupAgent'] as const;

function readOtherClasses(root: XmlElement, application: XmlElement | undefined, context: ValueContext): string[] {
  const named =
    application === undefined ? [] : CLASS_ATTRIBUTES.map((name) => androidText(application, name, context));
  const tests = childElements(root, 'instrumentation').map((element) => androidText(element, 'name', context));
  return [...named, ...tests].filter((name): name is string => name !== null);
}

/** `${applicationId}` and `${packageName}` are there without being declared. */
function withApplicationId(context: ValueContext, packageName: string): ValueContext {
  if (packageName === '') return context;
  const placeholders = new Map([['applicationId', packageName], ['packageName', packageName], ...context.placeholders]);
  return { ...context, placeholders };
}

function sdkAttribute(
  root: XmlElement,
  attribute: 'minSdkVersion' | 'targetSdkVersion',
  context: ValueContext,
): number | null {
  let level: number | null = null;
  for (const element of childElements(root, 'uses-sdk')) {
    const text = androidText(element, attribute, context);
    if (text !== null) level = sdkLevel(text) ?? level;
  }
  return level;
}

function readPermissions(root: XmlElement, context: ValueContext): ManifestPermission[] {
  const permissions: ManifestPermission[] = [];
  for (const element of childElements(root)) {
    if (!PERMISSION_ELEMENTS.includes(element.name)) continue;
    const name = androidText(element, 'name', context);
    if (name === null) continue;
    const last = androidText(element, 'maxSdkVersion', context);
    permissions.push({
      name,
      maxSdkVersion: last === null ? null : integerOf(last),
      ...lineOf(element, context),
    });
  }
  return permissions;
}

function readFeatures(root: XmlElement, context: ValueContext): Manifest['features'] {
  const features: Manifest['features'] = [];
  for (const element of childElements(root, 'uses-feature')) {
    const name = androidText(element, 'name', context);
    if (name !== null) features.push({ name, required: androidBoolean(element, 'required', context) ?? true });
  }
  return features;
}

/** The manifest without what `tools:node="remove"` marks in it and in its application, and what that is. */
function withoutRemoved(document: XmlElement): { root: XmlElement; removed: ManifestReading['removed'] } {
  const isMarked = (element: XmlElement): boolean => {
    const node = findAttribute(element, 0, TOOLS_NAMESPACE, 'node')?.value;
    return node?.kind === 'string' && /^remove(All)?$/.test(node.value);
  };
  const nameOf = (element: XmlElement): string => {
    const name = androidValue(element, 'name');
    return name?.kind === 'string' ? name.value : '';
  };
  const parents = [document, ...childElements(document, 'application')];
  const removed = parents
    .flatMap((parent) => childElements(parent).filter(isMarked))
    .map((element) => ({ element: element.name, name: nameOf(element) }));
  if (removed.length === 0) return { root: document, removed };
  const without = (parent: XmlElement): XmlElement => ({
    ...parent,
    children: parent.children.filter((child) => typeof child === 'string' || !isMarked(child)),
  });
  const root = without(document);
  root.children = root.children.map((child) =>
    typeof child !== 'string' && child.name === 'application' ? without(child) : child,
  );
  return { root, removed };
}
