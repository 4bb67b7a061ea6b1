package com.facebook.react.bridge;

public abstract class ReactContextBaseJavaModule implements NativeModule {
    @Override
    public void initialize() {}
}
