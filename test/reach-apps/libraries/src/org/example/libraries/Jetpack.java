package org.example.libraries;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.Observer;
import androidx.lifecycle.ViewModel;
import androidx.localbroadcastmanager.content.LocalBroadcastManager;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import androidx.work.Worker;
import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Jetpack {
    static void drive(Activity host) {
        WorkManager.getInstance(host).enqueue(new OneTimeWorkRequest.Builder(WorkReachedBehind.class).build());
        Kept.last = WorkUnreached.class;
        new ModelReached();
        Kept.last = ModelUnreached.class;

        LiveData<String> data = Given.of(host);
        data.observe(host, new LiveReached());
        data.removeObserver(new LiveUnreached());

        LocalBroadcastManager.getInstance(host).registerReceiver(new LocalReceiverReached(), new IntentFilter());
        LocalBroadcastManager.getInstance(host).unregisterReceiver(new LocalReceiverUnreached());
    }

    static class WorkReachedBehind extends Worker {
        @Override
        public Result doWork() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ModelReached extends ViewModel {
        @Override
        protected void onCleared() {
            Phone.it.getDeviceId();
        }
    }

    static class ModelUnreached extends ViewModel {
        @Override
        protected void onCleared() {
            Phone.it.getDeviceId();
        }
    }

    static class WorkUnreached extends Worker {
        @Override
        public Result doWork() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class LiveReached implements Observer<String> {
        @Override
        public void onChanged(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class LiveUnreached implements Observer<String> {
        @Override
        public void onChanged(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class LocalReceiverReached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    static class LocalReceiverUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }
}
