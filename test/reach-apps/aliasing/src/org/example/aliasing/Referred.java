package org.example.aliasing;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import java.lang.ref.WeakReference;
import org.example.reach.Phone;

/** A handler that must not keep its activity alive refers to it weakly. */
public class Referred extends Activity {
    private final Handler answers = new Answers(this);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        answers.sendEmptyMessage(1);
        new WeakReference<Activity>(this).clear();
        new WeakReference<Other>(new Other());
    }

    void show() {
        reachedThroughWeakReferenceToActivity();
    }

    private static final class Answers extends Handler {
        private final WeakReference<Referred> owner;

        Answers(Referred referred) {
            owner = new WeakReference<Referred>(referred);
        }

        @Override
        public void handleMessage(Message message) {
            Referred referred = owner.get();
            if (referred != null) referred.show();
        }
    }

    /** Nothing asks what the reference to it refers to. */
    static final class Other extends Activity {
        void show() {
            unreachedBehindReferenceNeverRead();
        }

        void unreachedBehindReferenceNeverRead() { Phone.it.getDeviceId(); }
    }

    void reachedThroughWeakReferenceToActivity() { Phone.it.getDeviceId(); }
}
