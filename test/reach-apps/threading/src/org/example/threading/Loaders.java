package org.example.threading;

import android.app.Activity;
import android.app.LoaderManager;
import android.content.AsyncTaskLoader;
import android.content.Context;
import android.content.Loader;
import android.os.Bundle;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Loaders {
    static void drive(Activity host) {
        host.getLoaderManager().initLoader(1, null, new LoadFinishedReached());
        Kept.last = new LoadFinishedUnreached();

        host.getLoaderManager().restartLoader(1, null, new CreateLoaderReached());
        Kept.last = new CreateLoaderUnreached();

        host.getLoaderManager().initLoader(2, null, new HandingOver(new LoadInBackgroundReached(host)));
        Kept.last = new LoadInBackgroundUnreached(host);

        new ForceLoadReached(host).forceLoad();
        new ForceLoadUnreached(host).abandon();

        new Loader<String>(host).registerListener(1, new LoadCompleteReached());
        Kept.last = new LoadCompleteUnreached();
    }

    static class HandingOver implements LoaderManager.LoaderCallbacks<String> {
        private final Loader<String> loader;

        HandingOver(Loader<String> loader) {
            this.loader = loader;
        }

        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            return loader;
        }

        @Override
        public void onLoadFinished(Loader<String> finished, String data) {}

        @Override
        public void onLoaderReset(Loader<String> reset) {}
    }

    static class LoadFinishedReached implements LoaderManager.LoaderCallbacks<String> {
        @Override
        public void onLoadFinished(Loader<String> loader, String data) {
            Phone.it.getDeviceId();
        }

        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            return null;
        }

        @Override
        public void onLoaderReset(Loader<String> loader) {}
    }

    static class LoadFinishedUnreached implements LoaderManager.LoaderCallbacks<String> {
        @Override
        public void onLoadFinished(Loader<String> loader, String data) {
            Phone.it.getDeviceId();
        }

        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            return null;
        }

        @Override
        public void onLoaderReset(Loader<String> loader) {}
    }

    static class CreateLoaderReached implements LoaderManager.LoaderCallbacks<String> {
        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public void onLoadFinished(Loader<String> loader, String data) {}

        @Override
        public void onLoaderReset(Loader<String> loader) {}
    }

    static class CreateLoaderUnreached implements LoaderManager.LoaderCallbacks<String> {
        @Override
        public Loader<String> onCreateLoader(int id, Bundle arguments) {
            Phone.it.getDeviceId();
            return null;
        }

        @Override
        public void onLoadFinished(Loader<String> loader, String data) {}

        @Override
        public void onLoaderReset(Loader<String> loader) {}
    }

    static class LoadInBackgroundReached extends AsyncTaskLoader<String> {
        LoadInBackgroundReached(Context context) {
            super(context);
        }

        @Override
        public String loadInBackground() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class LoadInBackgroundUnreached extends AsyncTaskLoader<String> {
        LoadInBackgroundUnreached(Context context) {
            super(context);
        }

        @Override
        public String loadInBackground() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ForceLoadReached extends AsyncTaskLoader<String> {
        ForceLoadReached(Context context) {
            super(context);
        }

        @Override
        public String loadInBackground() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ForceLoadUnreached extends AsyncTaskLoader<String> {
        ForceLoadUnreached(Context context) {
            super(context);
        }

        @Override
        public String loadInBackground() {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class LoadCompleteReached implements Loader.OnLoadCompleteListener<String> {
        @Override
        public void onLoadComplete(Loader<String> loader, String data) {
            Phone.it.getDeviceId();
        }
    }

    static class LoadCompleteUnreached implements Loader.OnLoadCompleteListener<String> {
        @Override
        public void onLoadComplete(Loader<String> loader, String data) {
            Phone.it.getDeviceId();
        }
    }
}
