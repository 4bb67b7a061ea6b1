package org.example.libraries;

import com.facebook.react.ReactNativeHost;
import com.facebook.react.ReactPackage;
import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.ReactContextBaseJavaModule;
import com.facebook.react.bridge.ReactMethod;
import com.getcapacitor.BridgeActivity;
import com.getcapacitor.Plugin;
import com.getcapacitor.PluginMethod;
import io.dcloud.feature.uniapp.annotation.UniJSMethod;
import io.dcloud.feature.uniapp.common.UniModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.cordova.CordovaPlugin;
import org.example.reach.Kept;
import org.example.reach.Phone;
import org.json.JSONArray;

/** What JavaScript calls. */
public final class Bridges {
    private Bridges() {}

    static class Host extends ReactNativeHost {
        @Override
        protected List<ReactPackage> getPackages() {
            return Arrays.<ReactPackage>asList(new Modules());
        }
    }

    static class Modules implements ReactPackage {
        @Override
        public List<NativeModule> createNativeModules(Object context) {
            List<NativeModule> modules = new ArrayList<NativeModule>();
            modules.add(new RnModule());
            return modules;
        }
    }

    static class RnModule extends ReactContextBaseJavaModule {
        @Override
        public String getName() {
            return "Module";
        }

        @ReactMethod
        public void reachedByScript() {
            Phone.it.getDeviceId();
        }

        @Override
        public void initialize() {
            reachedAtStart();
        }

        private void reachedAtStart() {
            Phone.it.getDeviceId();
        }

        public void unreachedWithoutAnnotation() {
            Phone.it.getDeviceId();
        }
    }

    static class RnModuleUnreached extends ReactContextBaseJavaModule {
        @Override
        public String getName() {
            return "Unregistered";
        }

        @ReactMethod
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    public static class CordovaReached extends CordovaPlugin {
        @Override
        public boolean execute(String action, JSONArray arguments, Object callback) {
            Phone.it.getDeviceId();
            return true;
        }

        @Override
        protected void pluginInitialize() {
            Phone.it.getDeviceId();
        }
    }

    public static class CordovaUnreached extends CordovaPlugin {
        @Override
        public boolean execute(String action, JSONArray arguments, Object callback) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    public static class Capacitor extends BridgeActivity {
        @Override
        protected void onCreate(android.os.Bundle state) {
            registerPlugin(CapacitorReached.class);
            super.onCreate(state);
            Kept.last = CapacitorUnreached.class;
        }
    }

    public static class CapacitorReached extends Plugin {
        @PluginMethod
        public void read() {
            Phone.it.getDeviceId();
        }

        @Override
        public void load() {
            Phone.it.getDeviceId();
        }
    }

    public static class CapacitorUnreached extends Plugin {
        @PluginMethod
        public void read() {
            Phone.it.getDeviceId();
        }

        @Override
        public void load() {
            Phone.it.getDeviceId();
        }
    }

    public static class UniReached extends UniModule {
        @UniJSMethod
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    public static class UniUnreached extends UniModule {
        @UniJSMethod
        public void read() {
            Phone.it.getDeviceId();
        }
    }
}
