package org.example.requests;

import android.app.Activity;
import android.content.Intent;
import android.util.Log;
import android.widget.TextView;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Ways through the language and its collections. */
class Ways {
    private final Activity host;

    Ways(Activity host) {
        this.host = host;
    }

    void sentOwnText() {
        Log.d("x", "got " + new Report(Main.phone.getDeviceId(), "y"));
    }

    void keptOwnText() {
        Log.d("x", "got " + new Silent(Main.phone.getDeviceId()));
    }

    private final BlockingQueue<String> jobs = new LinkedBlockingQueue<String>();
    private final BlockingQueue<String> idle = new LinkedBlockingQueue<String>();

    void sentQueue() {
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    Log.d("x", jobs.take());
                } catch (InterruptedException caught) {
                    Log.d("x", "none");
                }
            }
        }).start();
        jobs.offer(Main.phone.getDeviceId());
    }

    void keptQueue() {
        idle.offer(Main.phone.getDeviceId());
        Log.d("x", "waiting: " + idle.size());
    }

    private final AtomicReference<String> last = new AtomicReference<String>();
    private final AtomicReference<String> first = new AtomicReference<String>();

    void sentAtomic() {
        last.set(Main.phone.getDeviceId());
        Log.d("x", last.get());
    }

    void keptAtomic() {
        first.set(Main.phone.getDeviceId());
        Log.d("x", last.toString().isEmpty() ? "a" : "b");
    }

    void sentEntries() {
        Map<String, String> all = new HashMap<String, String>();
        all.put("id", Main.phone.getDeviceId());
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> each : all.entrySet()) text.append(each.getKey()).append(each.getValue());
        Log.d("x", text.toString());
    }

    void sentSplit() {
        String[] parts = Main.phone.getDeviceId().split(",");
        for (String part : parts) Log.d("x", part);
    }

    void keptSplit() {
        String[] parts = Main.phone.getDeviceId().split(",");
        Log.d("x", "parts: " + parts.length);
    }

    private static void say(String... words) {
        for (String word : words) Log.d("x", word);
    }

    void sentVarargs() {
        say("a", "b", Main.phone.getDeviceId());
    }

    private static void sayFirst(String first, Object... ignored) {
        Log.d("x", first);
    }

    void keptVarargs() {
        sayFirst("a", "b", Main.phone.getDeviceId());
    }

    interface Taker<T> {
        void take(T value);
    }

    static final class Loud implements Taker<String> {
        @Override
        public void take(String value) {
            Log.d("x", value);
        }
    }

    static final class Quiet implements Taker<String> {
        String held;

        @Override
        public void take(String value) {
            held = value;
        }
    }

    private static <T> void hand(Taker<T> taker, T value) {
        taker.take(value);
    }

    void sentGeneric() {
        hand(new Loud(), Main.phone.getDeviceId());
    }

    void keptGeneric() {
        hand(new Quiet(), Main.phone.getDeviceId());
    }

    void sentCaptured() {
        final String id = Main.phone.getDeviceId();
        host.runOnUiThread(new Runnable() {
            @Override
            public void run() {
                Log.d("x", id);
            }
        });
    }

    void keptCaptured() {
        final String id = Main.phone.getDeviceId();
        host.runOnUiThread(new Runnable() {
            @Override
            public void run() {
                if (id != null) Log.d("x", "there");
            }
        });
    }

    abstract static class Base {
        protected String value;

        void deliver() {
            send(value);
        }

        abstract void send(String text);
    }

    static final class Sending extends Base {
        @Override
        void send(String text) {
            Log.d("x", text);
        }
    }

    static final class Keeping extends Base {
        @Override
        void send(String text) {
            value = text + "!";
        }
    }

    void sentInherited() {
        Base base = new Sending();
        base.value = Main.phone.getDeviceId();
        base.deliver();
    }

    void keptInherited() {
        Base base = new Keeping();
        base.value = Main.phone.getDeviceId();
        base.deliver();
    }

    void sentTernary() {
        String id = Main.phone.getDeviceId();
        Log.d("x", id == null ? "none" : id);
    }

    void keptTernary() {
        String id = Main.phone.getDeviceId();
        Log.d("x", id == null ? "none" : "some");
    }

    void sentWeak() {
        WeakReference<String> weak = new WeakReference<String>(Main.phone.getDeviceId());
        Log.d("x", weak.get());
    }

    private final ThreadLocal<String> local = new ThreadLocal<String>();

    void sentThreadLocal() {
        local.set(Main.phone.getDeviceId());
        Log.d("x", local.get());
    }

    void sentService() {
        host.startService(new Intent(host, Reader.class).putExtra("read", Main.phone.getDeviceId()));
    }

    void keptService() {
        host.startService(new Intent(host, Reader.class).putExtra("unread", Main.phone.getDeviceId()));
    }

    void sentCommand() {
        try {
            Runtime.getRuntime().exec(new String[] {"log", Main.phone.getDeviceId()});
        } catch (IOException caught) {
            host.finish();
        }
    }

    void keptText() {
        TextView view = new TextView(host);
        view.setText(Main.phone.getDeviceId());
        host.setContentView(view);
    }

    private static String repeat(String text, int times) {
        return times == 0 ? text : repeat(text + ".", times - 1);
    }

    void sentRecursion() {
        Log.d("x", repeat(Main.phone.getDeviceId(), 3));
    }

    void sentOptional() {
        List<String> all = new ArrayList<String>();
        all.add(Main.phone.getDeviceId());
        Log.d("x", all.isEmpty() ? "" : all.get(all.size() - 1));
    }

    void sentChars() {
        char[] chars = Main.phone.getDeviceId().toCharArray();
        char[] turned = new char[chars.length];
        for (int i = 0; i < chars.length; i++) turned[chars.length - 1 - i] = chars[i];
        Log.d("x", new String(turned));
    }

    enum Slot {
        ONE, TWO;

        String content;
    }

    void sentEnum() {
        Slot.ONE.content = Main.phone.getDeviceId();
        Log.d("x", Slot.ONE.content);
    }

    void sentStack() {
        ArrayDeque<Report> stack = new ArrayDeque<Report>();
        stack.push(new Report("a", Main.phone.getDeviceId()));
        Log.d("x", stack.pop().other);
    }

    void keptCleared() {
        StringBuilder text = new StringBuilder();
        String id = Main.phone.getDeviceId();
        id = "cleared";
        text.append(id);
        Log.d("x", text.toString());
    }

    void sentFinally() {
        String id = null;
        try {
            id = Main.phone.getDeviceId();
        } finally {
            Log.d("x", "id " + id);
        }
    }

    private static <T> T same(T value) {
        return value;
    }

    void sentIdentity() {
        Log.d("x", same(same(Main.phone.getDeviceId())));
    }

    void keptMeasured() {
        Log.d("x", String.valueOf(same(Main.phone.getDeviceId()).hashCode() > 0));
    }
}
