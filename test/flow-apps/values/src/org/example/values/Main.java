package org.example.values;

import android.app.Activity;
import android.content.ContentValues;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.database.sqlite.SQLiteDatabase;
import android.os.AsyncTask;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Base64;
import android.util.Log;
import android.view.View;
import android.webkit.WebView;
import android.widget.Button;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.json.JSONObject;

/** Each method reads the device's number once; `sent...` let it out, `kept...` do not. */
public class Main extends Activity implements View.OnClickListener {
  private static String latest;
  private static String cleaned;
  private TelephonyManager tm;
  private SharedPreferences store;
  private String number;
  private String other;
  private final Holder first = new Holder();
  private final Holder second = new Holder();
  private OutputStream out;

  @Override
  protected void onCreate(Bundle state) {
    super.onCreate(state);
    tm = (TelephonyManager) getSystemService(Context.TELEPHONY_SERVICE);
    store = getSharedPreferences("s", 0);
    new Button(this).setOnClickListener(this);
    try {
      plain();
      objects();
      containers();
      streams();
      others();
    } catch (Exception e) {
      Log.w("t", "failed");
    }
  }

  @Override
  public void onClick(View view) {
    Log.d("t", number);
    Log.d("t", first.value);
    Log.d("t", Main.latest);
    Log.d("t", Main.cleaned);
    Log.d("t", "x" + store.getString("number", ""));
  }

  private void plain() throws Exception {
    sentPlain();
    keptOverwritten();
    sentConcatenated();
    keptCompared();
    sentBranch();
    keptOtherBranch();
    sentThroughParameter();
    keptThroughParameter();
    sentThroughReturn();
    keptThroughReturn();
    sentLoop();
    keptBefore();
    sentFormat();
    keptLength();
    sentBytes();
    keptConstantBytes();
    sentHash();
    sentException();
    keptException();
    sentDerived();
    keptEquals();
    keptHalfDead();
  }

  private void sentPlain() { Log.d("t", tm.getDeviceId()); }

  private void keptOverwritten() {
    String v = tm.getDeviceId();
    v = "none";
    Log.d("t", v);
  }

  private void sentConcatenated() { Log.d("t", "id=" + tm.getDeviceId() + ";"); }

  private void keptCompared() {
    String v = tm.getDeviceId();
    if (v != null && v.startsWith("86")) Log.d("t", "has");
  }

  private void sentBranch() {
    String v = "none";
    if (tm.getPhoneType() > 0) v = tm.getDeviceId();
    Log.d("t", v);
  }

  private void keptOtherBranch() {
    String v = tm.getDeviceId();
    if (tm.getPhoneType() > 0) v = "a";
    else v = "b";
    Log.d("t", v);
  }

  private void sentThroughParameter() { write(tm.getDeviceId()); }

  private void keptThroughParameter() { writeOther(tm.getDeviceId(), "x"); }

  private void write(String text) { Log.d("t", text); }

  private void writeOther(String unused, String text) { Log.d("t", text); }

  private static String same(String text) { return text; }

  private static String constant(String text) { return "c"; }

  private void sentThroughReturn() { Log.d("t", same(tm.getDeviceId())); }

  /** The same method is called twice; only what was given to the one call comes out of it. */
  private void keptThroughReturn() {
    String v = same(tm.getDeviceId());
    Log.d("t", same("x") + constant(v));
  }

  private void sentLoop() {
    String all = "";
    for (int i = 0; i < 3; i++) all = all + tm.getDeviceId();
    Log.d("t", all);
  }

  private void keptBefore() {
    StringBuilder b = new StringBuilder();
    b.append("x");
    Log.d("t", b.toString());
    b.append(tm.getDeviceId());
  }

  private void sentFormat() { Log.d("t", String.format("%s-%d", tm.getDeviceId(), 1)); }

  private void keptLength() { Log.d("t", "n" + tm.getDeviceId().length()); }

  private void sentBytes() {
    byte[] bytes = tm.getDeviceId().getBytes();
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) turned[i] = (byte) (bytes[i] ^ 7);
    Log.d("t", Base64.encodeToString(turned, 0));
  }

  private void keptConstantBytes() {
    byte[] bytes = tm.getDeviceId().getBytes();
    byte[] zeros = new byte[bytes.length];
    Log.d("t", Base64.encodeToString(zeros, 0));
  }

  private void sentHash() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    digest.update(tm.getDeviceId().getBytes());
    Log.d("t", new String(digest.digest()));
  }

  private void sentException() {
    try {
      throw new IllegalStateException(tm.getDeviceId());
    } catch (IllegalStateException e) {
      Log.d("t", e.getMessage());
    }
  }

  private void keptException() {
    try {
      throw new IllegalStateException(tm.getDeviceId());
    } catch (IllegalStateException e) {
      Log.d("t", "failed");
    }
  }

  private void sentDerived() { Log.d("t", "" + (Long.parseLong(tm.getDeviceId()) * 2 + 1)); }

  private void keptEquals() { Log.d("t", "" + "x".equals(tm.getDeviceId())); }

  private void keptHalfDead() {
    String v = tm.getDeviceId();
    if (v == null) return;
    v = null;
    write2(v);
  }

  private void write2(String text) { Log.d("t", text); }

  private void objects() throws Exception {
    sentField();
    keptField();
    sentOtherField();
    keptOtherField();
    sentHolder();
    keptHolder();
    sentLocalHolder();
    keptLocalHolder();
    sentAlias();
    keptAlias();
    sentStatic();
    keptStatic();
    sentNested();
    keptNested();
    sentBuilder();
    keptBuilder();
    sentSetter();
    keptSetter();
    sentRunnable();
    keptRunnable();
    sentInterface();
    keptInterface();
    sentLate();
  }

  private void sentField() { number = tm.getDeviceId(); }

  private void keptField() { other = tm.getDeviceId(); }

  private void sentOtherField() {
    Pair p = new Pair();
    p.left = tm.getDeviceId();
    Log.d("t", p.left);
  }

  private void keptOtherField() {
    Pair p = new Pair();
    p.left = tm.getDeviceId();
    p.right = "x";
    Log.d("t", p.right);
  }

  private void sentHolder() { first.value = tm.getDeviceId(); }

  private void keptHolder() { second.value = tm.getDeviceId(); }

  private void sentLocalHolder() {
    Holder a = new Holder();
    Holder b = new Holder();
    a.set(tm.getDeviceId());
    b.set("x");
    Log.d("t", a.get());
  }

  private void keptLocalHolder() {
    Holder a = new Holder();
    Holder b = new Holder();
    a.set(tm.getDeviceId());
    b.set("x");
    Log.d("t", b.get());
  }

  private void sentAlias() {
    Holder a = new Holder();
    Holder b = a;
    b.value = tm.getDeviceId();
    Log.d("t", a.value);
  }

  private void keptAlias() {
    Holder a = new Holder();
    a.value = tm.getDeviceId();
    a.value = "x";
    Log.d("t", a.value);
  }

  private void sentStatic() { latest = tm.getDeviceId(); }

  private void keptStatic() {
    cleaned = tm.getDeviceId();
    cleaned = "";
  }

  private void sentNested() {
    Outer o = new Outer();
    o.inner.value = tm.getDeviceId();
    Log.d("t", o.inner.value);
  }

  private void keptNested() {
    Outer o = new Outer();
    o.inner.value = tm.getDeviceId();
    Log.d("t", o.name);
  }

  private void sentBuilder() { Log.d("t", new Query().with("a").with(tm.getDeviceId()).text()); }

  private void keptBuilder() {
    Query query = new Query().with(tm.getDeviceId());
    Log.d("t", new Query().with("a").text());
  }

  private void sentSetter() {
    Pair p = new Pair();
    p.both("x", tm.getDeviceId());
    Log.d("t", p.right);
  }

  private void keptSetter() {
    Pair p = new Pair();
    p.both("x", tm.getDeviceId());
    Log.d("t", p.left);
  }

  private void sentRunnable() {
    final String v = tm.getDeviceId();
    new Thread(new Runnable() {
      @Override public void run() { Log.d("t", v); }
    }).start();
  }

  private void keptRunnable() {
    final String v = tm.getDeviceId();
    final String w = "w";
    new Thread(new Runnable() {
      @Override public void run() { if (v != null) Log.d("t", w); }
    }).start();
  }

  private void sentInterface() { Output o = new LogOutput(); o.put(tm.getDeviceId()); }

  private void keptInterface() { Output o = new NoOutput(); o.put(tm.getDeviceId()); }

  private void sentLate() {
    Holder h = new Holder();
    Outer o = new Outer();
    o.inner = h;
    h.value = tm.getDeviceId();
    Log.d("t", o.inner.value);
  }

  private void containers() throws Exception {
    sentList();
    keptList();
    sentMap();
    keptMap();
    sentMapWhole();
    keptMapSize();
    sentArray();
    keptArray();
    sentBundle();
    keptBundle();
    sentJson();
    keptJson();
    sentIterator();
    keptIterator();
    sentListOfHolders();
    keptListOfHolders();
    sentCopied();
  }

  private void sentList() {
    List<String> a = new ArrayList<String>();
    a.add(tm.getDeviceId());
    Log.d("t", a.get(0));
  }

  private void keptList() {
    List<String> a = new ArrayList<String>();
    List<String> b = new ArrayList<String>();
    a.add(tm.getDeviceId());
    b.add("x");
    Log.d("t", b.get(0));
  }

  private void sentMap() {
    Map<String, String> m = new HashMap<String, String>();
    m.put("a", tm.getDeviceId());
    Log.d("t", m.get("a"));
  }

  private void keptMap() {
    Map<String, String> m = new HashMap<String, String>();
    m.put("a", tm.getDeviceId());
    m.put("b", "x");
    Log.d("t", m.get("b"));
  }

  private void sentMapWhole() {
    Map<String, String> m = new HashMap<String, String>();
    m.put("a", tm.getDeviceId());
    for (Map.Entry<String, String> e : m.entrySet()) Log.d("t", e.getValue());
  }

  private void keptMapSize() {
    Map<String, String> m = new HashMap<String, String>();
    m.put("a", tm.getDeviceId());
    Log.d("t", "n" + m.size() + m.isEmpty());
  }

  private void sentArray() {
    String[] two = new String[2];
    two[0] = tm.getDeviceId();
    Log.d("t", two[0]);
  }

  private void keptArray() {
    String[] two = new String[2];
    two[0] = tm.getDeviceId();
    two[1] = "x";
    Log.d("t", two[1]);
  }

  private void sentBundle() {
    Bundle b = new Bundle();
    b.putString("k", tm.getDeviceId());
    Log.d("t", b.getString("k"));
  }

  private void keptBundle() {
    Bundle b = new Bundle();
    b.putString("k", tm.getDeviceId());
    Log.d("t", b.getString("l"));
  }

  private void sentJson() throws Exception {
    JSONObject o = new JSONObject();
    o.put("k", tm.getDeviceId()).put("l", 1);
    Log.d("t", o.toString());
  }

  private void keptJson() throws Exception {
    JSONObject o = new JSONObject();
    o.put("k", tm.getDeviceId());
    Log.d("t", o.optString("l"));
  }

  private void sentIterator() {
    List<String> a = new ArrayList<String>();
    a.add(tm.getDeviceId());
    Iterator<String> i = a.iterator();
    while (i.hasNext()) Log.d("t", i.next());
  }

  private void keptIterator() {
    List<String> a = new ArrayList<String>();
    a.add(tm.getDeviceId());
    int n = 0;
    for (Iterator<String> i = a.iterator(); i.hasNext(); n++) i.next();
    Log.d("t", "n" + n);
  }

  private void sentListOfHolders() {
    List<Holder> all = new ArrayList<Holder>();
    Holder h = new Holder();
    h.value = tm.getDeviceId();
    all.add(h);
    for (Holder each : all) Log.d("t", each.value);
  }

  private void keptListOfHolders() {
    List<Pair> all = new ArrayList<Pair>();
    Pair p = new Pair();
    p.left = tm.getDeviceId();
    all.add(p);
    for (Pair each : all) Log.d("t", each.right);
  }

  private void sentCopied() {
    char[] a = tm.getDeviceId().toCharArray();
    char[] b = new char[a.length];
    System.arraycopy(a, 0, b, 0, a.length);
    Log.d("t", String.valueOf(b));
  }

  private void streams() throws Exception {
    sentConnection();
    keptMemory();
    sentWriter();
    keptWriter();
    sentFile();
    keptFile();
    sentSocket();
    sentUrl();
    keptUrl();
    sentHeader();
    keptHeader();
    sentOut();
    sentThroughStreamParameter();
    keptThroughStreamParameter();
    sentStreamField();
  }

  private void sentConnection() throws IOException {
    HttpURLConnection c = (HttpURLConnection) new URL("https://a.example").openConnection();
    OutputStream o = c.getOutputStream();
    o.write(tm.getDeviceId().getBytes());
  }

  private void keptMemory() throws IOException {
    ByteArrayOutputStream o = new ByteArrayOutputStream();
    o.write(tm.getDeviceId().getBytes());
    number2(o.size());
  }

  private void number2(int n) { Log.d("t", "n" + n); }

  private void sentWriter() throws IOException {
    HttpURLConnection c = (HttpURLConnection) new URL("https://a.example").openConnection();
    BufferedWriter w = new BufferedWriter(new OutputStreamWriter(c.getOutputStream(), "UTF-8"));
    w.write("id=");
    w.write(tm.getDeviceId());
    w.flush();
  }

  private void keptWriter() throws IOException {
    BufferedWriter w = new BufferedWriter(new OutputStreamWriter(new ByteArrayOutputStream()));
    w.write(tm.getDeviceId());
    w.flush();
  }

  private void sentFile() throws IOException {
    FileOutputStream f = openFileOutput("f", 0);
    f.write(tm.getDeviceId().getBytes());
    f.close();
  }

  private void keptFile() throws IOException {
    byte[] bytes = tm.getDeviceId().getBytes();
    FileOutputStream f = openFileOutput("f", 0);
    f.write("x".getBytes());
    f.close();
  }

  private void sentSocket() throws IOException {
    Socket s = new Socket("a.example", 80);
    new DataOutputStream(s.getOutputStream()).writeUTF(tm.getDeviceId());
  }

  private void sentUrl() throws IOException { new URL("https://a.example/?i=" + tm.getDeviceId()).openStream(); }

  private void keptUrl() throws IOException {
    URL u = new URL("https://a.example/?i=" + tm.getDeviceId());
    new URL("https://a.example/").openStream();
  }

  private void sentHeader() throws IOException {
    new URL("https://a.example").openConnection().setRequestProperty("X-Id", tm.getDeviceId());
  }

  private void keptHeader() throws IOException {
    String v = tm.getDeviceId();
    new URL("https://a.example").openConnection().setRequestProperty("X-Id", v == null ? "0" : "1");
  }

  private void sentOut() { System.out.println(tm.getDeviceId()); }

  private void sentThroughStreamParameter() throws IOException {
    pour(openFileOutput("f", 0), tm.getDeviceId());
  }

  private void keptThroughStreamParameter() throws IOException {
    pour(new ByteArrayOutputStream(), tm.getDeviceId());
  }

  private static void pour(OutputStream to, String text) throws IOException {
    PrintWriter w = new PrintWriter(to);
    w.println(text);
    w.flush();
  }

  private void sentStreamField() throws IOException {
    out = openFileOutput("g", 0);
    out.write(tm.getDeviceId().getBytes());
  }

  private void others() throws Exception {
    sentSms();
    keptSms();
    sentPreference();
    sentPreferenceRead();
    sentDatabase();
    keptDatabase();
    sentIntent();
    keptIntent();
    sentExtra();
    keptExtra();
    sentPage();
    keptPage();
    sentTask();
    keptTask();
    sentMessage();
    keptMessage();
    sentFuture();
    keptFuture();
    sentSingleton();
    keptSingleton();
  }

  private void sentSms() { SmsManager.getDefault().sendTextMessage("1", null, tm.getDeviceId(), null, null); }

  private void keptSms() {
    String v = tm.getDeviceId();
    SmsManager.getDefault().sendTextMessage("1", null, "hello", null, null);
  }

  private void sentPreference() { store.edit().putString("n", tm.getDeviceId()).apply(); }

  private void sentPreferenceRead() { store.edit().putString("number", tm.getDeviceId()).apply(); }

  private void sentDatabase() {
    SQLiteDatabase db = openOrCreateDatabase("d", 0, null);
    ContentValues v = new ContentValues();
    v.put("n", tm.getDeviceId());
    db.insert("t", null, v);
  }

  private void keptDatabase() {
    SQLiteDatabase db = openOrCreateDatabase("d", 0, null);
    ContentValues v = new ContentValues();
    v.put("n", tm.getDeviceId());
    db.insert("t", null, new ContentValues());
  }

  private void sentIntent() { sendBroadcast(new Intent("org.example.ACT").putExtra("free", tm.getDeviceId())); }

  private void keptIntent() { sendBroadcast(new Intent(this, Watcher.class).putExtra("unread", tm.getDeviceId())); }

  private void sentExtra() { startActivity(new Intent(this, Second.class).putExtra("id", tm.getDeviceId())); }

  private void keptExtra() { startActivity(new Intent(this, Second.class).putExtra("never", tm.getDeviceId())); }

  private void sentPage() { new WebView(this).loadUrl("javascript:take('" + tm.getDeviceId() + "')"); }

  private void keptPage() {
    String v = tm.getDeviceId();
    new WebView(this).loadUrl("https://a.example");
  }

  private void sentTask() { new SentTask().execute(tm); }

  private void keptTask() { new KeptTask().execute(tm); }

  static class SentTask extends AsyncTask<TelephonyManager, Void, String> {
    @Override protected String doInBackground(TelephonyManager... all) { return all[0].getDeviceId(); }

    @Override protected void onPostExecute(String result) { Log.d("t", result); }
  }

  static class KeptTask extends AsyncTask<TelephonyManager, Void, String> {
    @Override protected String doInBackground(TelephonyManager... all) {
      String v = all[0].getDeviceId();
      return v == null ? "a" : "b";
    }

    @Override protected void onPostExecute(String result) { Log.d("t", result); }
  }

  private final Handler handler = new Handler() {
    @Override public void handleMessage(Message m) { Log.d("t", (String) m.obj); }
  };

  private void sentMessage() {
    Message m = handler.obtainMessage();
    m.obj = tm.getDeviceId();
    handler.sendMessage(m);
  }

  private void keptMessage() {
    Message m = handler.obtainMessage();
    m.arg1 = tm.getDeviceId() == null ? 0 : 1;
    handler.sendMessage(m);
  }

  private void sentFuture() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    Future<String> f = pool.submit(new Callable<String>() {
      @Override public String call() { return tm.getDeviceId(); }
    });
    Log.d("t", f.get());
  }

  private void keptFuture() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    Future<String> f = pool.submit(new Callable<String>() {
      @Override public String call() { tm.getDeviceId(); return "x"; }
    });
    Log.d("t", "" + f.isDone());
  }

  private void sentSingleton() {
    Registry.get().id = tm.getDeviceId();
    Registry.get().send();
  }

  private void keptSingleton() { Registry.get().idle = tm.getDeviceId(); }
}
