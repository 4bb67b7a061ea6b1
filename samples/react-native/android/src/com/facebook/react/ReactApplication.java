package com.facebook.react;

/** Stand-in written for this sample: the name is the real framework's, the code is not. */
public interface ReactApplication {
  String getJSBundleFile();
}
