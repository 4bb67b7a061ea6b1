package org.apache.cordova;

import org.json.JSONArray;

public class CordovaPlugin {
    public boolean execute(String action, JSONArray arguments, Object callback) {
        return false;
    }

    protected void pluginInitialize() {}
}
