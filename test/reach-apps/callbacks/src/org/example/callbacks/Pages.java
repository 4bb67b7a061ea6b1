package org.example.callbacks;

import android.app.Activity;
import android.webkit.DownloadListener;
import android.webkit.JavascriptInterface;
import android.webkit.JsPromptResult;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import java.util.HashMap;
import java.util.Map;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Pages {
    static void drive(Activity host) {
        WebView web = new WebView(host);
        web.setWebViewClient(new PageReached());
        Kept.last = new PageUnreached();

        web.setWebChromeClient(new PromptReached());
        web.setWebChromeClient(new WebChromeClient());
        Kept.last = new PromptUnreached();

        web.addJavascriptInterface(new BridgeReached(), "bridge");
        Kept.last = new BridgeUnreached();

        web.addJavascriptInterface(new BridgeHiddenReached(), "hidden");
        web.addJavascriptInterface(new BridgeHiddenUnreached(), "hidden");

        OwnPage own = new OwnPage(host);
        own.expose(new BridgeByOwnReached());
        Kept.last = new BridgeByOwnUnreached();
        Map<String, Object> bridges = new HashMap<String, Object>();
        bridges.put("kept", new BridgeInMapReached());
        for (Map.Entry<String, Object> each : bridges.entrySet()) web.addJavascriptInterface(each.getValue(), each.getKey());
        Map<String, Object> idle = new HashMap<String, Object>();
        idle.put("kept", new BridgeInMapUnreached());
        web.addJavascriptInterface(new BridgeHeirReached(), "heir");

        web.setDownloadListener(new DownloadReached());
        Kept.last = new DownloadUnreached();

        web.evaluateJavascript("1", new ScriptReached());
        Kept.last = new ScriptUnreached();
    }

    static class PageReached extends WebViewClient {
        @Override
        public void onPageFinished(WebView view, String url) {
            Phone.it.getDeviceId();
        }
    }

    static class PageUnreached extends WebViewClient {
        @Override
        public void onPageFinished(WebView view, String url) {
            Phone.it.getDeviceId();
        }
    }

    static class PromptReached extends WebChromeClient {
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String value, JsPromptResult result) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class PromptUnreached extends WebChromeClient {
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String value, JsPromptResult result) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class BridgeReached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    /** Hands bridges on by a method of another name. */
    static class OwnPage extends WebView {
        OwnPage(Activity host) {
            super(host);
        }

        void expose(Object bridge) {
            addJavascriptInterface(bridge, "own");
        }
    }

    static class BridgeByOwnReached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeByOwnUnreached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeInMapReached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeInMapUnreached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeHeirReached extends BridgeReached {}

    static class BridgeUnreached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeHiddenReached {
        @JavascriptInterface
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class BridgeHiddenUnreached {
        public void read() {
            Phone.it.getDeviceId();
        }
    }

    static class DownloadReached implements DownloadListener {
        @Override
        public void onDownloadStart(String url, String agent, String disposition, String type, long length) {
            Phone.it.getDeviceId();
        }
    }

    static class DownloadUnreached implements DownloadListener {
        @Override
        public void onDownloadStart(String url, String agent, String disposition, String type, long length) {
            Phone.it.getDeviceId();
        }
    }

    static class ScriptReached implements ValueCallback<String> {
        @Override
        public void onReceiveValue(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class ScriptUnreached implements ValueCallback<String> {
        @Override
        public void onReceiveValue(String value) {
            Phone.it.getDeviceId();
        }
    }
}
