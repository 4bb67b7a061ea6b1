package org.example.carriers;

import android.app.Activity;
import android.app.LoaderManager;
import android.content.AsyncTaskLoader;
import android.content.Context;
import android.content.Loader;
import android.os.Bundle;
import android.util.Log;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Values that one thread hands to another by what stands between them. */
final class Handovers {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    void run(Activity host) throws Exception {
        host.getLoaderManager().initLoader(1, null, new SentCallbacks(host));
        host.getLoaderManager().initLoader(2, null, new KeptCallbacks(host));
        completion();
        otherCompletion();
    }

    static class SentLoader extends AsyncTaskLoader<String> {
        SentLoader(Context context) {
            super(context);
        }

        @Override
        public String loadInBackground() {
            return sentByLoader();
        }

        private String sentByLoader() {
            return Main.phone.getDeviceId();
        }
    }

    static class SentCallbacks implements LoaderManager.LoaderCallbacks<String> {
        private final Context context;

        SentCallbacks(Context context) {
            this.context = context;
        }

        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            return new SentLoader(context);
        }

        @Override
        public void onLoadFinished(Loader<String> loader, String loaded) {
            Log.d("t", loaded);
        }

        @Override
        public void onLoaderReset(Loader<String> loader) {}
    }

    /** Its callbacks let nothing out, and others are none of its own. */
    static class KeptLoader extends AsyncTaskLoader<String> {
        KeptLoader(Context context) {
            super(context);
        }

        @Override
        public String loadInBackground() {
            return keptByLoader();
        }

        private String keptByLoader() {
            return Main.phone.getDeviceId();
        }
    }

    static class KeptCallbacks implements LoaderManager.LoaderCallbacks<String> {
        private final Context context;
        int count;

        KeptCallbacks(Context context) {
            this.context = context;
        }

        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            return new KeptLoader(context);
        }

        @Override
        public void onLoadFinished(Loader<String> loader, String loaded) {
            if (loaded != null) count++;
        }

        @Override
        public void onLoaderReset(Loader<String> loader) {}
    }

    private void completion() throws Exception {
        CompletionService<String> service = new ExecutorCompletionService<String>(pool);
        service.submit(new Callable<String>() {
            @Override
            public String call() {
                return sentByCompletion();
            }
        });
        Log.d("t", service.take().get());
    }

    private String sentByCompletion() {
        return Main.phone.getDeviceId();
    }

    private void otherCompletion() throws Exception {
        CompletionService<String> service = new ExecutorCompletionService<String>(pool);
        CompletionService<String> other = new ExecutorCompletionService<String>(pool);
        service.submit(new Callable<String>() {
            @Override
            public String call() {
                return keptByCompletion();
            }
        });
        Log.d("t", other.take().get());
    }

    private String keptByCompletion() {
        return Main.phone.getDeviceId();
    }
}
