package org.example.values;

import android.util.Log;

class Holder {
  String value;

  void set(String v) { value = v; }

  String get() { return value; }
}

class Pair {
  String left;
  String right;

  void both(String l, String r) {
    left = l;
    right = r;
  }
}

class Outer {
  Holder inner = new Holder();
  String name = "n";
}

class Query {
  private final StringBuilder parts = new StringBuilder();

  Query with(String part) {
    parts.append(part);
    return this;
  }

  String text() { return parts.toString(); }
}

interface Output {
  void put(String text);
}

class LogOutput implements Output {
  @Override public void put(String text) { Log.d("t", text); }
}

class NoOutput implements Output {
  @Override public void put(String text) {}
}

class Registry {
  private static final Registry ONE = new Registry();
  String id;
  String idle;

  static Registry get() { return ONE; }

  void send() { Log.d("t", id); }
}
