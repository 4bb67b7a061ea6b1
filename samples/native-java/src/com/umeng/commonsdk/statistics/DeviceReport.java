package com.umeng.commonsdk.statistics;

import android.content.Context;
import android.content.pm.PackageInfo;
import android.database.Cursor;
import android.net.Uri;
import android.os.Build;
import android.provider.Settings;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public final class DeviceReport {
  private static final String COLLECTOR = "https://ulogs.umeng.com/sample";

  private DeviceReport() {}

  public static void send(Context context, String appKey) {
    StringBuilder report = new StringBuilder(appKey);
    report.append('\n').append(Build.MODEL).append('\n').append(Build.VERSION.RELEASE);
    report
        .append('\n')
        .append(
            Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID));
    report.append('\n').append(openIdentifier(context));
    report.append('\n').append(hardwareAddress());
    for (PackageInfo installed : context.getPackageManager().getInstalledPackages(0)) {
      report.append('\n').append(installed.packageName);
    }
    upload(report.toString());
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

  private static String hardwareAddress() {
    try {
      BufferedReader reader = new BufferedReader(new FileReader("/sys/class/net/wlan0/address"));
      try {
        return reader.readLine();
      } finally {
        reader.close();
      }
    } catch (IOException cause) {
      return "";
    }
  }

  private static void upload(final String report) {
    new Thread(
            new Runnable() {
              @Override
              public void run() {
                try {
                  HttpURLConnection connection =
                      (HttpURLConnection) new URL(COLLECTOR).openConnection();
                  connection.setDoOutput(true);
                  OutputStream out = connection.getOutputStream();
                  out.write(report.getBytes("UTF-8"));
                  out.close();
                  connection.getResponseCode();
                } catch (IOException cause) {
                  // The next start of the process tries again.
                }
              }
            })
        .start();
  }
}
