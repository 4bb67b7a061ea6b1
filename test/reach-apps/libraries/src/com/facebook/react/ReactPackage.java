package com.facebook.react;

import com.facebook.react.bridge.NativeModule;
import java.util.List;

public interface ReactPackage {
    List<NativeModule> createNativeModules(Object context);
}
