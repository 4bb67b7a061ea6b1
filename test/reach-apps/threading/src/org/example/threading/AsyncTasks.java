package org.example.threading;

import android.app.Activity;
import android.content.AsyncQueryHandler;
import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.os.AsyncTask;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class AsyncTasks {
    static void drive(Activity host) {
        new ExecuteReached().execute("input");
        Kept.last = new ExecuteUnreached();

        AsyncTask<String, Integer, String> typed = new TypedAsTaskReached();
        typed.execute();
        Kept.last = new TypedAsTaskUnreached();

        new PreExecuteReached().execute();
        new PreExecuteUnreached().cancel(true);

        new PostExecuteReached().execute();
        Kept.last = new PostExecuteUnreached();

        new CancelledReached().execute();
        Kept.last = new CancelledUnreached();

        new ExecuteOnExecutorReached().executeOnExecutor(AsyncTask.THREAD_POOL_EXECUTOR);
        Kept.last = new ExecuteOnExecutorUnreached();

        AsyncTask.execute(new StaticExecuteReached());
        Kept.last = new StaticExecuteUnreached();

        AsyncTask.SERIAL_EXECUTOR.execute(new OnSerialExecutorReached());
        Kept.last = new OnSerialExecutorUnreached();

        new ProgressReached().execute();
        Kept.last = new ProgressUnreached();

        new QueryHandlerReached(host.getContentResolver()).startQuery(1, null, Uri.EMPTY, null, null, null, null);
        new QueryHandlerUnreached(host.getContentResolver()).cancelOperation(1);

        new InsertHandlerReached(host.getContentResolver()).startInsert(1, null, Uri.EMPTY, null);
        Kept.last = new InsertHandlerUnreached(host.getContentResolver());
    }

    static class ExecuteReached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ExecuteUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class TypedAsTaskReached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class TypedAsTaskUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class PreExecuteReached extends AsyncTask<String, Integer, String> {
        @Override
        protected void onPreExecute() {
            Phone.it.getDeviceId();
        }

        @Override
        protected String doInBackground(String... input) {
            return null;
        }
    }

    static class PreExecuteUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected void onPreExecute() {
            Phone.it.getDeviceId();
        }

        @Override
        protected String doInBackground(String... input) {
            return null;
        }
    }

    static class PostExecuteReached extends AsyncTask<String, Integer, String> {
        @Override
        protected void onPostExecute(String result) {
            Phone.it.getDeviceId();
        }

        @Override
        protected String doInBackground(String... input) {
            return null;
        }
    }

    static class PostExecuteUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected void onPostExecute(String result) {
            Phone.it.getDeviceId();
        }

        @Override
        protected String doInBackground(String... input) {
            return null;
        }
    }

    static class CancelledReached extends AsyncTask<String, Integer, String> {
        @Override
        protected void onCancelled(String result) {
            Phone.it.getDeviceId();
        }

        @Override
        protected String doInBackground(String... input) {
            return null;
        }
    }

    static class CancelledUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected void onCancelled(String result) {
            Phone.it.getDeviceId();
        }

        @Override
        protected String doInBackground(String... input) {
            return null;
        }
    }

    static class ExecuteOnExecutorReached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class ExecuteOnExecutorUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class StaticExecuteReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class StaticExecuteUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OnSerialExecutorReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class OnSerialExecutorUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ProgressReached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            publishProgress(1);
            return null;
        }

        @Override
        protected void onProgressUpdate(Integer... values) {
            Phone.it.getDeviceId();
        }
    }

    static class ProgressUnreached extends AsyncTask<String, Integer, String> {
        @Override
        protected String doInBackground(String... input) {
            publishProgress(1);
            return null;
        }

        @Override
        protected void onProgressUpdate(Integer... values) {
            Phone.it.getDeviceId();
        }
    }

    static class QueryHandlerReached extends AsyncQueryHandler {
        QueryHandlerReached(ContentResolver resolver) {
            super(resolver);
        }

        @Override
        protected void onQueryComplete(int token, Object cookie, Cursor cursor) {
            Phone.it.getDeviceId();
        }
    }

    static class QueryHandlerUnreached extends AsyncQueryHandler {
        QueryHandlerUnreached(ContentResolver resolver) {
            super(resolver);
        }

        @Override
        protected void onQueryComplete(int token, Object cookie, Cursor cursor) {
            Phone.it.getDeviceId();
        }
    }

    static class InsertHandlerReached extends AsyncQueryHandler {
        InsertHandlerReached(ContentResolver resolver) {
            super(resolver);
        }

        @Override
        protected void onInsertComplete(int token, Object cookie, Uri uri) {
            Phone.it.getDeviceId();
        }
    }

    static class InsertHandlerUnreached extends AsyncQueryHandler {
        InsertHandlerUnreached(ContentResolver resolver) {
            super(resolver);
        }

        @Override
        protected void onInsertComplete(int token, Object cookie, Uri uri) {
            Phone.it.getDeviceId();
        }
    }
}
