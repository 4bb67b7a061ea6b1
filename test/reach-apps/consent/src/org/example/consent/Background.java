package org.example.consent;

import android.app.IntentService;
import android.app.job.JobParameters;
import android.app.job.JobService;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import org.example.reach.Phone;

public final class Background {
    private Background() {}

    public static class Work extends IntentService {
        public Work() {
            super("work");
        }

        @Override
        protected void onHandleIntent(Intent intent) {
            reachedLateBehindWork();
            Second.Both.reachedLateBehindFromBoth();
            new Thread(new ThreadReachedLateBehind()).start();
        }

        private void reachedLateBehindWork() {
            Phone.it.getDeviceId();
        }
    }

    static class ThreadReachedLateBehind implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    public static class Job extends JobService {
        @Override
        public boolean onStartJob(JobParameters parameters) {
            reachedLateBehindJob();
            return false;
        }

        @Override
        public boolean onStopJob(JobParameters parameters) {
            return false;
        }

        private void reachedLateBehindJob() {
            Phone.it.getDeviceId();
        }
    }

    public static class Boot extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            reachedLateBehindBoot();
        }

        private void reachedLateBehindBoot() {
            Phone.it.getDeviceId();
        }
    }
}
