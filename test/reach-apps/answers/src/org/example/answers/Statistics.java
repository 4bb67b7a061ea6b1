package org.example.answers;

import android.content.Context;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.example.reach.Phone;

/** A library's way: a thread at once, and the rest where the app says so. */
final class Statistics {
    private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

    static void init(final Context context) {
        POOL.execute(new Runnable() {
            @Override
            public void run() {
                reachedEarlyOnThread();
                if (Settings.of(context).isAgreed()) reachedLateOnThread();
            }
        });
    }

    private static void reachedEarlyOnThread() { Phone.it.getDeviceId(); }
    private static void reachedLateOnThread() { Phone.it.getDeviceId(); }
}
