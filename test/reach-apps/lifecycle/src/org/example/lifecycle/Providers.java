package org.example.lifecycle;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import androidx.startup.Initializer;
import java.util.ArrayList;
import java.util.List;
import org.example.reach.Phone;

public final class Providers {
    private Providers() {}

    abstract static class Base extends ContentProvider {
        @Override
        public Cursor query(Uri uri, String[] columns, String where, String[] values, String order) {
            return null;
        }

        @Override
        public String getType(Uri uri) {
            return null;
        }

        @Override
        public Uri insert(Uri uri, ContentValues values) {
            return null;
        }

        @Override
        public int delete(Uri uri, String where, String[] values) {
            return 0;
        }

        @Override
        public int update(Uri uri, ContentValues values, String where, String[] whereValues) {
            return 0;
        }
    }

    public static class PlainReached extends Base {
        @Override
        public boolean onCreate() {
            Phone.it.getDeviceId();
            return true;
        }

        @Override
        public Cursor query(Uri uri, String[] columns, String where, String[] values, String order) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    public static class PlainUnreached extends Base {
        @Override
        public boolean onCreate() {
            Phone.it.getDeviceId();
            return true;
        }

        @Override
        public Cursor query(Uri uri, String[] columns, String where, String[] values, String order) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    public static class StartupReached implements Initializer<String> {
        @Override
        public String create(Context context) {
            Phone.it.getDeviceId();
            return "started";
        }

        @Override
        public List<Class<? extends Initializer<?>>> dependencies() {
            List<Class<? extends Initializer<?>>> needed = new ArrayList<Class<? extends Initializer<?>>>();
            needed.add(DependencyReached.class);
            return needed;
        }
    }

    public static class StartupUnreached implements Initializer<String> {
        @Override
        public String create(Context context) {
            Phone.it.getDeviceId();
            return "started";
        }

        @Override
        public List<Class<? extends Initializer<?>>> dependencies() {
            return new ArrayList<Class<? extends Initializer<?>>>();
        }
    }

    /** Named by no manifest entry, but by an initialiser that is. */
    public static class DependencyReached implements Initializer<String> {
        @Override
        public String create(Context context) {
            Phone.it.getDeviceId();
            return "started";
        }

        @Override
        public List<Class<? extends Initializer<?>>> dependencies() {
            return new ArrayList<Class<? extends Initializer<?>>>();
        }
    }
}
