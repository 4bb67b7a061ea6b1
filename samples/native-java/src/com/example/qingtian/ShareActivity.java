package com.example.qingtian;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import com.example.qingtian.net.WeatherApi;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Looks for friends who use the app already: the whole phone book goes to the server. */
public class ShareActivity extends Activity {
  private static final Uri PHONES = Uri.parse("content://com.android.contacts/data/phones");

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    try {
      WeatherApi.post("/v2/friends", new JSONObject().put("phones", readPhones()));
    } catch (JSONException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private JSONArray readPhones() {
    JSONArray phones = new JSONArray();
    Cursor cursor = getContentResolver().query(PHONES, new String[] {"data1"}, null, null, null);
    if (cursor == null) {
      return phones;
    }
    while (cursor.moveToNext()) {
      phones.put(cursor.getString(cursor.getColumnIndex("data1")));
    }
    cursor.close();
    return phones;
  }
}
