package org.example.values;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.os.Parcel;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Formatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that members of the platform copy into what they are given, or into what they were made of. */
public class Copies extends Activity {
  static Copies shown;
  private TelephonyManager tm;
  private String title;
  private String idle;

  @Override
  protected void onCreate(Bundle state) {
    super.onCreate(state);
    shown = this;
    tm = (TelephonyManager) getSystemService(Context.TELEPHONY_SERVICE);
    try {
      sentByChars();
      keptOtherChars();
      sentByBytes();
      sentByReader();
      sentByBuffer();
      sentByFormatter();
      keptOtherFormatter();
      sentByReplacement();
      sentByCommand();
      keptOtherCommand();
      sentByParcel();
      keptOtherParcel();
      new Titles(tm);
    } catch (IOException error) {
      finish();
    }
    Log.d("t", title);
    new Idle(tm);
  }

  private void sentByChars() {
    String id = tm.getDeviceId();
    char[] chars = new char[id.length()];
    id.getChars(0, id.length(), chars, 0);
    StringBuilder text = new StringBuilder();
    for (char each : chars) text.append(each);
    Log.d("t", text.toString());
  }

  private void keptOtherChars() {
    String id = tm.getDeviceId();
    char[] chars = new char[16];
    char[] others = new char[16];
    id.getChars(0, id.length(), chars, 0);
    "none".getChars(0, 4, others, 0);
    Log.d("t", new String(others));
  }

  @SuppressWarnings("deprecation")
  private void sentByBytes() {
    String id = tm.getDeviceId();
    byte[] bytes = new byte[16];
    id.getBytes(0, 10, bytes, 0);
    Log.d("t", new String(bytes));
  }

  private void sentByReader() throws IOException {
    StringReader reader = new StringReader(tm.getDeviceId());
    char[] chars = new char[32];
    int count = reader.read(chars);
    Log.d("t", new String(chars, 0, count));
  }

  private void sentByBuffer() {
    ByteBuffer buffer = ByteBuffer.wrap(tm.getDeviceId().getBytes());
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    Log.d("t", new String(bytes));
    CharBuffer.allocate(3);
  }

  private void sentByFormatter() {
    StringBuilder text = new StringBuilder();
    new Formatter(text).format("%s", tm.getDeviceId());
    Log.d("t", text.toString());
  }

  private void keptOtherFormatter() {
    StringBuilder text = new StringBuilder();
    StringBuilder other = new StringBuilder();
    new Formatter(text).format("%s", tm.getDeviceId());
    new Formatter(other).format("%s", "none");
    Log.d("t", other.toString());
  }

  private void sentByReplacement() {
    Matcher matcher = Pattern.compile("x").matcher("axb");
    StringBuffer text = new StringBuffer();
    while (matcher.find()) matcher.appendReplacement(text, tm.getDeviceId());
    matcher.appendTail(text);
    Log.d("t", text.toString());
  }

  private void sentByCommand() throws IOException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command("log", tm.getDeviceId());
    builder.start();
  }

  private void keptOtherCommand() throws IOException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command("log", tm.getDeviceId());
    ProcessBuilder other = new ProcessBuilder();
    other.command("log", "none");
    other.start();
  }

  private void sentByParcel() {
    Parcel in = Parcel.obtain();
    Parcel out = Parcel.obtain();
    in.writeValue(new Note(tm.getDeviceId()));
    byte[] bytes = in.marshall();
    out.unmarshall(bytes, 0, bytes.length);
    out.setDataPosition(0);
    Note note = (Note) out.readValue(Note.class.getClassLoader());
    Log.d("t", note.text);
  }

  private void keptOtherParcel() {
    Parcel in = Parcel.obtain();
    Parcel out = Parcel.obtain();
    in.writeValue(new Note(tm.getDeviceId()));
    out.writeValue(new Note("none"));
    Note note = (Note) out.readValue(Note.class.getClassLoader());
    Log.d("t", note.text);
  }

  static class Note implements Serializable {
    final String text;

    Note(String text) { this.text = text; }
  }

  /** Leaves what it reads in the object that stands in a static field. */
  static class Titles {
    Titles(TelephonyManager tm) { sentFromStatic(tm); }

    private void sentFromStatic(TelephonyManager tm) { shown.title = tm.getDeviceId(); }
  }

  static class Idle {
    Idle(TelephonyManager tm) { keptInStatic(tm); }

    private void keptInStatic(TelephonyManager tm) { shown.idle = tm.getDeviceId(); }
  }
}
