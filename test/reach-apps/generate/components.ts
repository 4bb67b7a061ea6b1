/**
 * Writes Java for every component class of signatures/entry-points that the given API jar has, overriding every member
 * that the framework calls, once named in the manifest that is written too and once not.
 * Called by ../build.sh: components.ts API.jar FOLDER.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJar } from './android-jar.ts';
import { inSource, isVisible, overriding, SENSITIVE, simplestConstructor } from './implementation.ts';

interface EntryPoints {
  rooted: string;
  classes: Record<string, string[]>;
}

const [jarFile = '', folder = ''] = process.argv.slice(2);
const SIGNATURES = fileURLToPath(new URL('../../../signatures/entry-points', import.meta.url));
const PACKAGE = 'org.example.components';
const COMPONENTS = ['activity', 'service', 'receiver', 'provider'];
const jar = readJar(jarFile);
mkdirSync(folder, { recursive: true });

function source(base: string, members: string[], name: string, constructorArgument: string): string {
  const type = jar.get(base);
  const attaches = type === undefined ? [] : overriding(jar, base, members);
  const lines = [`public ${name}() { super(${constructorArgument}); ${SENSITIVE} }`, ...attaches];
  return `package ${PACKAGE};

public class ${name} extends ${inSource(base)} {
${lines.map((line) => `    ${line}`).join('\n')}
}
`;
}

const declared: string[] = [];
for (const file of readdirSync(SIGNATURES).sort()) {
  const { rooted, classes } = JSON.parse(readFileSync(join(SIGNATURES, file), 'utf8')) as EntryPoints;
  if (!COMPONENTS.includes(rooted)) continue;
  for (const [base, members] of Object.entries(classes)) {
    const type = jar.get(base);
    const maker = type === undefined ? undefined : simplestConstructor(type);
    if (!isVisible(type) || type.modifiers.has('final') || maker === undefined) continue;
    const argument = maker.parameters.length === 0 ? '' : '"name"';
    const short = base.slice(base.lastIndexOf('.') + 1);
    for (const variant of ['Reached', 'Unreached']) {
      writeFileSync(join(folder, `${short}${variant}.java`), source(base, members, `${short}${variant}`, argument));
    }
    const authorities = rooted === 'provider' ? ` android:authorities="${PACKAGE}.${short}"` : '';
    declared.push(`    <${rooted} android:name=".${short}Reached"${authorities} />`);
  }
}
writeFileSync(
  join(folder, 'AndroidManifest.xml'),
  `<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="${PACKAGE}"
    android:versionCode="1" android:versionName="1.0">
  <uses-sdk android:minSdkVersion="21" android:targetSdkVersion="27" />
  <uses-permission android:name="android.permission.READ_PHONE_STATE" />
  <application android:label="components">
${declared.join('\n')}
  </application>
</manifest>
`,
);
