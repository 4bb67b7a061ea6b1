package org.example.lifecycle;

import android.app.Activity;
import android.app.Fragment;
import android.app.job.JobInfo;
import android.app.job.JobParameters;
import android.app.job.JobScheduler;
import android.app.job.JobService;
import android.content.BroadcastReceiver;
import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.net.VpnService;
import android.os.Binder;
import android.os.Bundle;
import android.os.Parcel;
import android.os.RemoteException;
import android.view.OrientationListener;
import android.view.View;
import java.util.concurrent.ThreadFactory;
import org.example.reach.Kept;
import org.example.reach.Phone;

/** Each is asked for by the call that leads to it, or by none. */
public class Asked extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getFragmentManager().beginTransaction().add(1, new MembersReached()).commit();
        Kept.last = MembersUnreached.class;
        registerReceiver(new SentReached(), new IntentFilter("org.example.SENT"));
        sendBroadcast(new Intent("org.example.SENT"));
        Kept.last = new SentUnreached();
        startActivityForResult(new Intent("org.example.PICK"), 1);
        requestPermissions(new String[] {"android.permission.READ_PHONE_STATE"}, 2);
        JobScheduler jobs = (JobScheduler) getSystemService(JOB_SCHEDULER_SERVICE);
        jobs.schedule(new JobInfo.Builder(1, new ComponentName(this, WorkReached.class)).build());
        Kept.last = WorkUnreached.class;
        ThreadFactory factory = new FactoryReached();
        factory.newThread(new MadeReached()).start();
        factory.newThread(new MadeUnreached());
        Kept.last = new FactoryUnreached();
        try {
            new CalledReached().transact(1, Parcel.obtain(), null, 0);
        } catch (RemoteException caught) {
            finish();
        }
        Kept.last = CalledUnreached.class;
        setContentView(new ShownReached(this));
        Kept.last = ShownUnreached.class;
        startService(new Intent(this, TunnelReached.class));
        Kept.last = TunnelUnreached.class;
        new TurnedReached(this).enable();
        Kept.last = new TurnedUnreached(this);
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        reachedByResult();
    }

    @Override
    public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
        reachedByPermissions();
    }

    private void reachedByResult() {
        Phone.it.getDeviceId();
    }

    private void reachedByPermissions() {
        Phone.it.getDeviceId();
    }

    /** Not in the manifest. */
    public static class NeverShownUnreached extends Activity {
        @Override
        protected void onActivityResult(int request, int result, Intent data) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onRequestPermissionsResult(int request, String[] permissions, int[] results) {
            Phone.it.getDeviceId();
        }
    }

    public static class MembersReached extends Fragment {
        @Override
        public void onAttach(Context context) {
            super.onAttach(context);
            Phone.it.getDeviceId();
        }

        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onViewCreated(View view, Bundle state) {
            super.onViewCreated(view, state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onActivityCreated(Bundle state) {
            super.onActivityCreated(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onViewStateRestored(Bundle state) {
            super.onViewStateRestored(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onStart() {
            super.onStart();
            Phone.it.getDeviceId();
        }

        @Override
        public void onResume() {
            super.onResume();
            Phone.it.getDeviceId();
        }

        @Override
        public void onPause() {
            super.onPause();
            Phone.it.getDeviceId();
        }

        @Override
        public void onStop() {
            super.onStop();
            Phone.it.getDeviceId();
        }

        @Override
        public void onSaveInstanceState(Bundle state) {
            super.onSaveInstanceState(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onDestroyView() {
            super.onDestroyView();
            Phone.it.getDeviceId();
        }

        @Override
        public void onDestroy() {
            super.onDestroy();
            Phone.it.getDeviceId();
        }

        @Override
        public void onDetach() {
            super.onDetach();
            Phone.it.getDeviceId();
        }
    }

    static class SentReached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class WorkReached extends JobService {
        @Override
        public boolean onStartJob(JobParameters parameters) {
            Phone.it.getDeviceId();
            return false;
        }

        @Override
        public boolean onStopJob(JobParameters parameters) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class FactoryReached implements ThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Phone.it.getDeviceId();
            return new Thread(task);
        }
    }

    static class MadeReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CalledReached extends Binder {
        @Override
        protected boolean onTransact(int code, Parcel data, Parcel reply, int flags) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    static class ShownReached extends View {
        ShownReached(Context context) {
            super(context);
        }

        @Override
        protected void onAttachedToWindow() {
            Phone.it.getDeviceId();
        }
    }

    public static class TunnelReached extends VpnService {
        @Override
        public int onStartCommand(Intent intent, int flags, int start) {
            Phone.it.getDeviceId();
            return 0;
        }

        @Override
        public void onRevoke() {
            Phone.it.getDeviceId();
        }
    }

    @SuppressWarnings("deprecation")
    static class TurnedReached extends OrientationListener {
        TurnedReached(Context context) {
            super(context);
        }

        @Override
        public void onOrientationChanged(int orientation) {
            Phone.it.getDeviceId();
        }
    }

    public static class MembersUnreached extends Fragment {
        @Override
        public void onAttach(Context context) {
            super.onAttach(context);
            Phone.it.getDeviceId();
        }

        @Override
        public void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onViewCreated(View view, Bundle state) {
            super.onViewCreated(view, state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onActivityCreated(Bundle state) {
            super.onActivityCreated(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onViewStateRestored(Bundle state) {
            super.onViewStateRestored(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onStart() {
            super.onStart();
            Phone.it.getDeviceId();
        }

        @Override
        public void onResume() {
            super.onResume();
            Phone.it.getDeviceId();
        }

        @Override
        public void onPause() {
            super.onPause();
            Phone.it.getDeviceId();
        }

        @Override
        public void onStop() {
            super.onStop();
            Phone.it.getDeviceId();
        }

        @Override
        public void onSaveInstanceState(Bundle state) {
            super.onSaveInstanceState(state);
            Phone.it.getDeviceId();
        }

        @Override
        public void onDestroyView() {
            super.onDestroyView();
            Phone.it.getDeviceId();
        }

        @Override
        public void onDestroy() {
            super.onDestroy();
            Phone.it.getDeviceId();
        }

        @Override
        public void onDetach() {
            super.onDetach();
            Phone.it.getDeviceId();
        }
    }

    static class SentUnreached extends BroadcastReceiver {
        @Override
        public void onReceive(Context context, Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class WorkUnreached extends JobService {
        @Override
        public boolean onStartJob(JobParameters parameters) {
            Phone.it.getDeviceId();
            return false;
        }

        @Override
        public boolean onStopJob(JobParameters parameters) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class FactoryUnreached implements ThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Phone.it.getDeviceId();
            return new Thread(task);
        }
    }

    static class MadeUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CalledUnreached extends Binder {
        @Override
        protected boolean onTransact(int code, Parcel data, Parcel reply, int flags) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    static class ShownUnreached extends View {
        ShownUnreached(Context context) {
            super(context);
        }

        @Override
        protected void onAttachedToWindow() {
            Phone.it.getDeviceId();
        }
    }

    public static class TunnelUnreached extends VpnService {
        @Override
        public int onStartCommand(Intent intent, int flags, int start) {
            Phone.it.getDeviceId();
            return 0;
        }

        @Override
        public void onRevoke() {
            Phone.it.getDeviceId();
        }
    }

    @SuppressWarnings("deprecation")
    static class TurnedUnreached extends OrientationListener {
        TurnedUnreached(Context context) {
            super(context);
        }

        @Override
        public void onOrientationChanged(int orientation) {
            Phone.it.getDeviceId();
        }
    }
}
