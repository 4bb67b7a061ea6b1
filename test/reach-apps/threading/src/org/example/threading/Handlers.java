package org.example.threading;

import android.app.Activity;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.os.Message;
import android.os.MessageQueue;
import android.os.SystemClock;
import android.view.View;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Handlers {
    static void drive(Activity host) {
        Handler handler = new Handler();
        handler.post(new PostReached());
        Kept.last = new PostUnreached();

        handler.postDelayed(new PostDelayedReached(), 1000);
        Kept.last = new PostDelayedUnreached();

        handler.postAtTime(new PostAtTimeReached(), SystemClock.uptimeMillis());
        Kept.last = new PostAtTimeUnreached();

        handler.postAtTime(new PostAtTimeWithTokenReached(), "token", SystemClock.uptimeMillis());
        Kept.last = new PostAtTimeWithTokenUnreached();

        handler.postAtFrontOfQueue(new PostAtFrontReached());
        handler.removeCallbacks(new PostAtFrontUnreached());

        Message.obtain(handler, new ObtainWithCallbackReached()).sendToTarget();
        Kept.last = new ObtainWithCallbackUnreached();

        Looper.myQueue().addIdleHandler(new IdleHandlerReached());
        Kept.last = new IdleHandlerUnreached();

        new LooperPreparedReached().start();
        Kept.last = new LooperPreparedUnreached();

        new HandlerThreadRunReached().start();
        new HandlerThreadRunUnreached().quit();

        View view = new View(host);
        view.post(new ViewPostReached());
        view.removeCallbacks(new ViewPostUnreached());

        view.postDelayed(new ViewPostDelayedReached(), 1000);
        Kept.last = new ViewPostDelayedUnreached();

        view.postOnAnimation(new ViewPostOnAnimationReached());
        Kept.last = new ViewPostOnAnimationUnreached();

        host.runOnUiThread(new RunOnUiThreadReached());
        Kept.last = new RunOnUiThreadUnreached();
    }

    static class PostReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostDelayedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostDelayedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostAtTimeReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostAtTimeUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostAtTimeWithTokenReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostAtTimeWithTokenUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostAtFrontReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class PostAtFrontUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ObtainWithCallbackReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ObtainWithCallbackUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class IdleHandlerReached implements MessageQueue.IdleHandler {
        @Override
        public boolean queueIdle() {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class IdleHandlerUnreached implements MessageQueue.IdleHandler {
        @Override
        public boolean queueIdle() {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class LooperPreparedReached extends HandlerThread {
        LooperPreparedReached() {
            super("worker");
        }

        @Override
        protected void onLooperPrepared() {
            Phone.it.getDeviceId();
        }
    }

    static class LooperPreparedUnreached extends HandlerThread {
        LooperPreparedUnreached() {
            super("worker");
        }

        @Override
        protected void onLooperPrepared() {
            Phone.it.getDeviceId();
        }
    }

    static class HandlerThreadRunReached extends HandlerThread {
        HandlerThreadRunReached() {
            super("worker");
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class HandlerThreadRunUnreached extends HandlerThread {
        HandlerThreadRunUnreached() {
            super("worker");
        }

        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ViewPostReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ViewPostUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ViewPostDelayedReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ViewPostDelayedUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ViewPostOnAnimationReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ViewPostOnAnimationUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class RunOnUiThreadReached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class RunOnUiThreadUnreached implements Runnable {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
