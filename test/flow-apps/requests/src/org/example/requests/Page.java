package org.example.requests;

import android.webkit.JavascriptInterface;

/** What a web page can call. */
class Page {
    @JavascriptInterface
    public String sentToPage() {
        return Main.phone.getDeviceId();
    }

    @JavascriptInterface
    public boolean keptFromPage() {
        return Main.phone.getDeviceId().isEmpty();
    }

    /** The page cannot call this. */
    public String keptAside() {
        return Main.phone.getDeviceId();
    }

    @JavascriptInterface
    public void count() {
        keptAside();
    }
}
