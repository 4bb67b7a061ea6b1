package com.facebook.react;

import java.util.List;

public abstract class ReactNativeHost {
    protected abstract List<ReactPackage> getPackages();
}
