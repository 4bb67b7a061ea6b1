package com.example.qingtian;

import android.app.Activity;
import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import com.example.qingtian.device.DeviceProfile;
import com.example.qingtian.net.WeatherApi;
import com.umeng.analytics.MobclickAgent;

public class MainActivity extends Activity implements View.OnClickListener {
  private final CityLocator locator = new CityLocator();

  @Override
  protected void onCreate(Bundle savedInstanceState) {
    super.onCreate(savedInstanceState);
    setContentView(R.layout.main);
    findViewById(R.id.share).setOnClickListener(this);
    locator.start(this, (TextView) findViewById(R.id.city));
    WeatherApi.post("/v2/session", DeviceProfile.collect(this));
    startService(new Intent(this, WeatherUpdateService.class));
  }

  @Override
  protected void onResume() {
    super.onResume();
    MobclickAgent.onResume(this);
    openSharedCity(readClipboard());
  }

  @Override
  public void onClick(View view) {
    startActivity(new Intent(this, ShareActivity.class));
  }

  /** A city shared by a friend is a code that was copied from a chat. */
  private String readClipboard() {
    ClipboardManager clipboard = (ClipboardManager) getSystemService(Context.CLIPBOARD_SERVICE);
    ClipData clip = clipboard.getPrimaryClip();
    if (clip == null || clip.getItemCount() == 0) {
      return "";
    }
    return clip.getItemAt(0).coerceToText(this).toString();
  }

  private void openSharedCity(String text) {
    if (text.startsWith("QT#")) {
      WeatherApi.post("/v2/city/" + text.substring(3), null);
    }
  }
}
