package org.example.architecture;

import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.AsyncTask;
import android.os.Bundle;
import android.os.Handler;
import android.os.IBinder;
import android.os.Message;
import java.lang.ref.WeakReference;
import org.example.reach.Phone;

/** A screen of the kind that apps have: a presenter, a handler with a weak reference, a task, a bound service. */
public class Main extends Screen<Main.MainPresenter> {
    private final Waker waker = new Waker(this);

    @Override
    protected MainPresenter createPresenter() {
        return new MainPresenter();
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        waker.sendEmptyMessageDelayed(1, 1000);
        new Task().execute();
        bindService(new Intent(this, Store.class), connection, BIND_AUTO_CREATE);
        Modules.startAll(this);
        Bus.get().register(String.class, new Bus.Listener<String>() {
            @Override
            public void on(String event) {
                reachedByEvent();
            }
        });
        Bus.get().post("event");
        Chain.run();
        Commands.run("read");
        Commands.run("table");
    }

    private final ServiceConnection connection = new ServiceConnection() {
        @Override
        public void onServiceConnected(ComponentName name, IBinder binder) {
            ((Store.LocalBinder) binder).store().reachedThroughBinder();
        }

        @Override
        public void onServiceDisconnected(ComponentName name) {}
    };

    private void reachedByEvent() {
        Phone.it.getDeviceId();
    }

    private void reachedByMessage() {
        Phone.it.getDeviceId();
    }

    private void unreachedByMessage() {
        Phone.it.getDeviceId();
    }

    private String reachedByTask() {
        Phone.it.getDeviceId();
        return null;
    }

    static class Waker extends Handler {
        private final WeakReference<Main> screen;

        Waker(Main screen) {
            this.screen = new WeakReference<Main>(screen);
        }

        @Override
        public void handleMessage(Message message) {
            Main main = screen.get();
            if (main != null) {
                main.reachedByMessage();
            }
        }
    }

    private class Task extends AsyncTask<Void, Void, String> {
        @Override
        protected String doInBackground(Void... nothing) {
            return reachedByTask();
        }
    }

    static class MainPresenter extends Presenter {
        @Override
        void onAttached(Context context) {
            reachedByPresenter();
            new Repository(new RemoteSource()).load(new Repository.Listener() {
                @Override
                public void onLoaded(String text) {
                    reachedByListener();
                }
            });
        }

        @Override
        void onRefreshed() {
            unreachedByPresenter();
        }

        private void reachedByPresenter() {
            Phone.it.getDeviceId();
        }

        private void reachedByListener() {
            Phone.it.getDeviceId();
        }

        private void unreachedByPresenter() {
            Phone.it.getDeviceId();
        }
    }
}
