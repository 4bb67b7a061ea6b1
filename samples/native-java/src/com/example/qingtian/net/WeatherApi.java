package com.example.qingtian.net;

import android.util.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import org.json.JSONObject;

/** Posts to the app's own server on a thread of its own. */
public final class WeatherApi {
  private static final String BASE = "https://api.qingtian.example.com";

  private WeatherApi() {}

  public static void post(final String path, final JSONObject body) {
    new Thread(
            new Runnable() {
              @Override
              public void run() {
                try {
                  send(path, body == null ? "{}" : body.toString());
                } catch (IOException cause) {
                  Log.w("WeatherApi", path, cause);
                }
              }
            })
        .start();
  }

  private static void send(String path, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(BASE + path).openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    OutputStream out = connection.getOutputStream();
    out.write(body.getBytes("UTF-8"));
    out.close();
    connection.getResponseCode();
    connection.disconnect();
  }
}
