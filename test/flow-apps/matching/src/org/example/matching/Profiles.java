package org.example.matching;

import android.util.Log;
import com.google.gson.Gson;
import java.util.ArrayDeque;
import java.util.Queue;

/** Objects that are read as a whole: what they hold counts, what they work with does not. */
class Profiles {
    interface Watcher {
        void changed();
    }

    static class Loud implements Watcher {
        String name = "loud";

        @Override
        public void changed() {
            Log.d("x", name);
        }
    }

    static class Task implements Runnable {
        String name = "task";

        @Override
        public void run() {
            Log.d("x", name);
        }
    }

    static class Profile {
        String name;
        Watcher watcher = new Loud();
        Queue<Task> tasks = new ArrayDeque<Task>();

        void start() {
            Task task = tasks.poll();
            if (task != null) task.run();
        }
    }

    private static Profile read(String text) {
        return new Gson().fromJson(text, Profile.class);
    }

    void run() {
        Profile empty = new Profile();
        empty.watcher.changed();
        empty.tasks.add(new Task());
        empty.start();
    }

    void sentProfile() {
        Log.d("x", read(Main.phone.getDeviceId()).name);
    }

    void keptWatcher() {
        new Gson().fromJson(Main.phone.getDeviceId(), Profile.class).watcher.changed();
    }

    void keptQueue() {
        Profile profile = new Gson().fromJson(Main.phone.getDeviceId(), Profile.class);
        profile.start();
    }

    static class Holder {
        private final String value;

        Holder(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    private static boolean isLong(Holder holder) {
        return holder.value().length() > 9;
    }

    void sentGetter() {
        Holder holder = new Holder(Main.phone.getDeviceId());
        if (isLong(holder)) return;
        Log.d("x", holder.value());
    }
}
