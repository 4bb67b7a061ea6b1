package org.example.lifecycle;

import android.accounts.Account;
import android.app.IntentService;
import android.app.Service;
import android.app.job.JobParameters;
import android.app.job.JobService;
import android.content.AbstractThreadedSyncAdapter;
import android.content.ContentProviderClient;
import android.content.Context;
import android.content.Intent;
import android.content.SyncResult;
import android.os.Binder;
import android.os.Bundle;
import android.os.IBinder;
import android.os.Parcel;
import android.service.wallpaper.WallpaperService;
import android.widget.RemoteViewsService;
import org.example.reach.Kept;
import org.example.reach.Phone;

public final class Services {
    private Services() {}

    public static class StartedReached extends Service {
        @Override
        public int onStartCommand(Intent intent, int flags, int id) {
            Phone.it.getDeviceId();
            return START_STICKY;
        }

        @Override
        public IBinder onBind(Intent intent) {
            return null;
        }
    }

    public static class StartedUnreached extends Service {
        @Override
        public int onStartCommand(Intent intent, int flags, int id) {
            Phone.it.getDeviceId();
            return START_STICKY;
        }

        @Override
        public IBinder onBind(Intent intent) {
            return null;
        }
    }

    public static class QueueReached extends IntentService {
        public QueueReached() {
            super("queue");
        }

        @Override
        protected void onHandleIntent(Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class QueueUnreached extends IntentService {
        public QueueUnreached() {
            super("queue");
        }

        @Override
        protected void onHandleIntent(Intent intent) {
            Phone.it.getDeviceId();
        }
    }

    public static class JobReached extends JobService {
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

    public static class JobUnreached extends JobService {
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

    public static class Sync extends Service {
        @Override
        public IBinder onBind(Intent intent) {
            Kept.last = SyncUnreached.class;
            return new SyncReached(this).getSyncAdapterBinder();
        }
    }

    static class SyncReached extends AbstractThreadedSyncAdapter {
        SyncReached(Context context) {
            super(context, true);
        }

        @Override
        public void onPerformSync(Account account, Bundle extras, String authority, ContentProviderClient client, SyncResult result) {
            Phone.it.getDeviceId();
        }
    }

    static class SyncUnreached extends AbstractThreadedSyncAdapter {
        SyncUnreached(Context context) {
            super(context, true);
        }

        @Override
        public void onPerformSync(Account account, Bundle extras, String authority, ContentProviderClient client, SyncResult result) {
            Phone.it.getDeviceId();
        }
    }

    public static class BoundReached extends Service {
        @Override
        public IBinder onBind(Intent intent) {
            Phone.it.getDeviceId();
            return new TransactReached();
        }
    }

    static class TransactReached extends Binder {
        @Override
        protected boolean onTransact(int code, Parcel data, Parcel reply, int flags) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    static class TransactUnreached extends Binder {
        @Override
        protected boolean onTransact(int code, Parcel data, Parcel reply, int flags) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    public static class RemoteViews extends RemoteViewsService {
        @Override
        public RemoteViewsFactory onGetViewFactory(Intent intent) {
            return new RowsReached();
        }
    }

    static class RowsReached extends Rows {
        @Override
        public void onDataSetChanged() {
            Phone.it.getDeviceId();
        }
    }

    static class RowsUnreached extends Rows {
        @Override
        public void onDataSetChanged() {
            Phone.it.getDeviceId();
        }
    }

    abstract static class Rows implements RemoteViewsService.RemoteViewsFactory {
        @Override
        public void onCreate() {}

        @Override
        public void onDestroy() {}

        @Override
        public int getCount() {
            return 0;
        }

        @Override
        public android.widget.RemoteViews getViewAt(int position) {
            return null;
        }

        @Override
        public android.widget.RemoteViews getLoadingView() {
            return null;
        }

        @Override
        public int getViewTypeCount() {
            return 1;
        }

        @Override
        public long getItemId(int position) {
            return 0;
        }

        @Override
        public boolean hasStableIds() {
            return true;
        }
    }

    public static class Wallpaper extends WallpaperService {
        @Override
        public Engine onCreateEngine() {
            return new EngineReached();
        }

        class EngineReached extends Engine {
            @Override
            public void onVisibilityChanged(boolean visible) {
                Phone.it.getDeviceId();
            }
        }

        class EngineUnreached extends Engine {
            @Override
            public void onVisibilityChanged(boolean visible) {
                Phone.it.getDeviceId();
            }
        }
    }
}
