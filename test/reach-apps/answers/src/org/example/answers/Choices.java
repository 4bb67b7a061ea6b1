package org.example.answers;

import android.content.Context;
import android.content.SharedPreferences;
import android.view.View;
import java.util.ArrayList;
import java.util.List;
import org.example.reach.Phone;

/** Objects that are made only once the user has agreed or acted, beside others that do the same by another way. */
final class Choices {
    interface Collector { void collect(); }

    static final class Full implements Collector {
        @Override public void collect() { reachedLateByChoice(); }
        private void reachedLateByChoice() { Phone.it.getDeviceId(); }
    }

    static final class Quiet implements Collector {
        @Override public void collect() { reachedEarlyByChoice(); }
        private void reachedEarlyByChoice() { Phone.it.getDeviceId(); }
    }

    static final class Listed implements Collector {
        @Override public void collect() { reachedLateByList(); }
        private void reachedLateByList() { Phone.it.getDeviceId(); }
    }

    abstract static class Page {
        void show() { open(); }
        abstract void open();
    }

    static final class First extends Page {
        @Override void open() { reachedEarlyInPage(); }
        private void reachedEarlyInPage() { Phone.it.getDeviceId(); }
    }

    /** Made on a click: that the navigator could show it does not make it early. */
    static final class Second extends Page {
        @Override void open() { reachedLateInPage(); }
        private void reachedLateInPage() { Phone.it.getDeviceId(); }
    }

    /** Made by its name's class, by nobody's `new`. */
    static final class Named extends Page {
        @Override void open() { reachedEarlyWhereNamed(); }
        private void reachedEarlyWhereNamed() { Phone.it.getDeviceId(); }
    }

    private static final List<Page> PAGES = new ArrayList<Page>();

    static void make(final Context context) {
        Collector collector = Settings.of(context).isAgreed() ? new Full() : new Quiet();
        collector.collect();
        List<Collector> collectors = new ArrayList<Collector>();
        collectors.add(new Quiet());
        if (Settings.of(context).isAgreed()) collectors.add(new Listed());
        for (Collector each : collectors) each.collect();
        go(new First());
        new View(context).setOnClickListener(new View.OnClickListener() {
            @Override public void onClick(View view) { go(new Second()); }
        });
        try {
            go(Named.class.newInstance());
        } catch (Exception cannotBeMade) {
            throw new IllegalStateException(cannotBeMade);
        }
        SharedPreferences preferences = context.getSharedPreferences("account", Context.MODE_PRIVATE);
        if (preferences.getString("user_id", null) != null) reachedLatePastLogin();
    }

    private static void go(Page page) {
        PAGES.add(page);
        page.show();
    }

    private static void reachedLatePastLogin() { Phone.it.getDeviceId(); }
}
