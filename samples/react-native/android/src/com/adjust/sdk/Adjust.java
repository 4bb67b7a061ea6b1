package com.adjust.sdk;

import android.content.Context;
import android.content.pm.PackageInfo;
import android.os.Build;
import android.provider.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Stand-in written for this sample: the name is the real SDK's, the code is not. */
public class Adjust {
  public static void onCreate(Context context, String appToken) {
    final StringBuilder session = new StringBuilder(appToken);
    session.append('&').append(Build.MODEL).append('&').append(Build.VERSION.RELEASE);
    session
        .append('&')
        .append(
            Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID));
    for (PackageInfo installed : context.getPackageManager().getInstalledPackages(0)) {
      session.append('&').append(installed.packageName);
    }
    new Thread(
            new Runnable() {
              @Override
              public void run() {
                try {
                  upload(session.toString());
                } catch (IOException cause) {
                  // The next start of the process tries again.
                }
              }
            })
        .start();
  }

  private static void upload(String session) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) new URL("https://app.adjust.com/sample").openConnection();
    connection.setDoOutput(true);
    OutputStream out = connection.getOutputStream();
    out.write(session.getBytes("UTF-8"));
    out.close();
    connection.getResponseCode();
  }
}
