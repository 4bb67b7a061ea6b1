package org.example.lifecycle;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.view.Menu;
import android.view.MenuItem;
import org.example.reach.Kept;
import org.example.reach.Phone;

public final class Screens {
    private Screens() {}

    public static class Main extends Activity {
        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            reachedFromOnCreate();
            Kept.last = StaticHelperUnreached.class;
            startActivity(new Intent(this, Derived.class));
            startActivity(new Intent("org.example.ELSEWHERE"));
        }

        private void reachedFromOnCreate() {
            Phone.it.getDeviceId();
        }

        @Override
        protected void onActivityResult(int request, int result, Intent data) {
            reachedByResult();
        }

        private void reachedByResult() {
            Phone.it.getDeviceId();
        }

        @Override
        public boolean onCreateOptionsMenu(Menu menu) {
            reachedByMenu();
            return true;
        }

        private void reachedByMenu() {
            Phone.it.getDeviceId();
        }

        @Override
        public boolean onOptionsItemSelected(MenuItem item) {
            reachedByItem();
            return true;
        }

        private void reachedByItem() {
            Phone.it.getDeviceId();
        }

        /** Looks like a lifecycle method and is none. */
        protected void onCreate(String state) {
            unreachedOverload();
        }

        private void unreachedOverload() {
            Phone.it.getDeviceId();
        }

        public void onReady() {
            unreachedOwnHook();
        }

        private void unreachedOwnHook() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticHelperUnreached {
        static void act() {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Base extends Activity {
        @Override
        protected void onResume() {
            super.onResume();
            reachedInBase();
            shown();
        }

        private void reachedInBase() {
            Phone.it.getDeviceId();
        }

        protected void shown() {
            unreachedOverridden();
        }

        private void unreachedOverridden() {
            Phone.it.getDeviceId();
        }
    }

    public static class Derived extends Base {
        @Override
        protected void shown() {
            reachedOverriding();
        }

        private void reachedOverriding() {
            Phone.it.getDeviceId();
        }
    }

    public static class UndeclaredUnreached extends Base {
        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }

        @Override
        protected void shown() {
            Phone.it.getDeviceId();
        }
    }

    public static class AliasedReached extends Activity {
        @Override
        protected void onStart() {
            super.onStart();
            Phone.it.getDeviceId();
        }
    }
}
