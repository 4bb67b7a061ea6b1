package com.igexin.sdk;

import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageInfo;
import android.database.Cursor;
import android.net.Uri;
import android.net.wifi.ScanResult;
import android.net.wifi.WifiManager;
import android.os.Build;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class PushManager {
  private static final PushManager INSTANCE = new PushManager();

  public static PushManager getInstance() {
    return INSTANCE;
  }

  public void initialize(Context context) {
    StringBuilder identity = new StringBuilder();
    identity.append(Build.MODEL).append(',').append(Build.VERSION.RELEASE);
    identity.append(',').append(openIdentifier(context));
    for (PackageInfo installed : context.getPackageManager().getInstalledPackages(0)) {
      identity.append(',').append(installed.packageName);
    }
    WifiManager wifi = (WifiManager) context.getSystemService(Context.WIFI_SERVICE);
    for (ScanResult near : wifi.getScanResults()) {
      identity.append(',').append(near.BSSID).append('@').append(near.level);
    }
    context
        .getSharedPreferences("getui_sample", Context.MODE_PRIVATE)
        .edit()
        .putString("identity", identity.toString())
        .apply();
    context.startService(new Intent(context, PushService.class));
  }

  /** The open anonymous identifier as one maker's phones hand it out. */
  private static String openIdentifier(Context context) {
    Uri table = Uri.parse("content://com.vivo.vms.IdProvider/IdentifierId/OAID");
    Cursor cursor = context.getContentResolver().query(table, null, null, null, null);
    if (cursor == null) {
      return "";
    }
    String value = cursor.moveToNext() ? cursor.getString(cursor.getColumnIndex("value")) : "";
    cursor.close();
    return value;
  }
}
