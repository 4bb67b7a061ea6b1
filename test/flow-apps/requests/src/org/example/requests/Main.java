package org.example.requests;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static TelephonyManager phone;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        phone = (TelephonyManager) getSystemService("phone");
        Libraries libraries = new Libraries();
        libraries.sentRetrofitQuery();
        libraries.sentRetrofitBody();
        libraries.sentRetrofitField();
        libraries.keptRetrofitDescribe();
        libraries.sentVolleyParams();
        libraries.keptVolleyKey();
        libraries.sentOkHttpHeader();
        libraries.sentOkHttpForm();
        libraries.keptOkHttpTag();
        libraries.sentLiveData();
        libraries.keptLiveData();
        libraries.sentObservable();
        libraries.keptObservable();
        libraries.sentGson();
        libraries.keptGson();
        new android.webkit.WebView(this).addJavascriptInterface(new Page(), "page");
        Ways ways = new Ways(this);
        ways.sentOwnText();
        ways.keptOwnText();
        ways.sentQueue();
        ways.keptQueue();
        ways.sentAtomic();
        ways.keptAtomic();
        ways.sentEntries();
        ways.sentSplit();
        ways.keptSplit();
        ways.sentVarargs();
        ways.keptVarargs();
        ways.sentGeneric();
        ways.keptGeneric();
        ways.sentCaptured();
        ways.keptCaptured();
        ways.sentInherited();
        ways.keptInherited();
        ways.sentTernary();
        ways.keptTernary();
        ways.sentWeak();
        ways.sentThreadLocal();
        ways.sentService();
        ways.keptService();
        ways.sentCommand();
        ways.keptText();
        ways.sentRecursion();
        ways.sentOptional();
        ways.sentChars();
        ways.sentEnum();
        ways.sentStack();
        ways.keptCleared();
        ways.sentFinally();
        ways.sentIdentity();
        ways.keptMeasured();
    }
}
