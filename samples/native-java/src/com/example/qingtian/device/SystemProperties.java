package com.example.qingtian.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Asks the getprop command, which needs no permission. */
final class SystemProperties {
  private SystemProperties() {}

  static String bootSerial() {
    try {
      Process process = Runtime.getRuntime().exec("getprop ro.boot.serialno");
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(process.getInputStream(), "UTF-8"));
      try {
        return reader.readLine();
      } finally {
        reader.close();
      }
    } catch (IOException cause) {
      return null;
    }
  }
}
