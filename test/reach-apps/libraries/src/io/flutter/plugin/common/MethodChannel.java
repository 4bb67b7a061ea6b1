package io.flutter.plugin.common;

public class MethodChannel {
    public void setMethodCallHandler(MethodCallHandler handler) {}

    public interface MethodCallHandler {
        void onMethodCall(Object call, Object result);
    }
}
