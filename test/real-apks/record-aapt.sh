#!/usr/bin/env bash
# Writes aapt.json: what aapt (Debian package aapt) says of the APKs in the development dependencies.
set -euo pipefail
cd "$(dirname "$0")/../.."
for apk in android-apidemos/apks/ApiDemos-debug.apk io.appium.settings/apks/settings_apk-debug.apk \
  appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk \
  appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk; do
  { echo "apk $apk"; aapt dump badging "node_modules/$apk" 2>/dev/null || true; }
done | python3 -c "
import json, re, sys
apps, app = {}, {}
for line in sys.stdin:
    if line.startswith('apk '):
        app = apps.setdefault(line[4:].strip(), {'permissions': {}})
        continue
    if m := re.match(r\"package: name='(.*?)' versionCode='(.*?)' versionName='(.*?)'\", line):
        app['package'], app['versionCode'], app['versionName'] = (value or None for value in m.groups())
    elif m := re.match(r\"(sdkVersion|targetSdkVersion):'(\d+)'\", line):
        app['minSdk' if m[1] == 'sdkVersion' else 'targetSdk'] = int(m[2])
    elif m := re.match(r\"application: label='(.*?)' icon=\", line):
        app['label'] = m[1] or None
    elif m := re.match(r\"uses-permission: name='(.*?)'(?: maxSdkVersion='(\d+)')?\", line):
        app['permissions'][m[1]] = int(m[2]) if m[2] else None
    elif m := re.match(r\"uses-implied-permission: name='(.*?)'\", line):
        app['permissions'].pop(m[1], None)
json.dump(apps, sys.stdout, indent=2, sort_keys=True)
print()
" >test/real-apks/aapt.json
