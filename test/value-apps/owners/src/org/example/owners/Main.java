package org.example.owners;

import android.app.Activity;
import android.os.Bundle;
import com.blankj.utilcode.util.DeviceUtils;
import com.umeng.commonsdk.UMConfigure;

/** The name of a method says whose code it is. */
public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        UMConfigure.init(this, "key");
        app__wrapperOfSdk();
        app__wrapperOfLibrary();
        app__helperOfSdk();
        net.strangers.kit.Kit.read(this);
        Elsewhere.app__itself(this);
    }

    private void app__wrapperOfSdk() {
        UMConfigure.getOaid(this, null);
    }

    private String app__wrapperOfLibrary() {
        return DeviceUtils.getMacAddress();
    }

    private String app__helperOfSdk() {
        return UMConfigure.describe(this);
    }
}
