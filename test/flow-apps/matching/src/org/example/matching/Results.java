package org.example.matching;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract;
import android.util.Log;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What is made elsewhere and asked for here. */
class Results {
    static class SentTask implements Callable<String> {
        @Override
        public String call() {
            return Main.phone.getDeviceId();
        }
    }

    static class KeptTask implements Callable<String> {
        @Override
        public String call() {
            return Main.phone.getDeviceId();
        }
    }

    void futures() throws ExecutionException, InterruptedException {
        FutureTask<String> task = new FutureTask<String>(new SentTask());
        new Thread(task).start();
        Log.d("x", task.get());
        FutureTask<String> idle = new FutureTask<String>(new KeptTask());
        new Thread(idle).start();
        Log.d("x", "done " + idle.isDone());
    }

    void rowsSent(ContentResolver resolver) {
        Cursor rows = resolver.query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        while (rows.moveToNext()) Log.d("x", rows.getString(rows.getColumnIndex("display_name")));
    }

    void rowsKept(ContentResolver resolver) {
        Cursor rows = resolver.query(ContactsContract.Contacts.CONTENT_URI, null, null, null, null);
        Log.d("x", rows.getCount() + " rows");
    }
}
