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

        new SendMessageReached().sendMessage(new Message());
        new SendMessageUnreached().removeMessages(1);

        new SendMessageDelayedReached().sendMessageDelayed(new Message(), 1000);
        Kept.last = new SendMessageDelayedUnreached();

        new SendMessageAtTimeReached().sendMessageAtTime(new Message(), 1000);
        Kept.last = new SendMessageAtTimeUnreached();

        new SendMessageAtFrontReached().sendMessageAtFrontOfQueue(new Message());
        Kept.last = new SendMessageAtFrontUnreached();

        new SendEmptyReached().sendEmptyMessage(1);
        new SendEmptyUnreached().hasMessages(1);

        new SendEmptyDelayedReached().sendEmptyMessageDelayed(1, 1000);
        Kept.last = new SendEmptyDelayedUnreached();

        new SendEmptyAtTimeReached().sendEmptyMessageAtTime(1, 1000);
        Kept.last = new SendEmptyAtTimeUnreached();

        Message.obtain(new SendToTargetReached()).sendToTarget();
        Kept.last = new SendToTargetUnreached();

        new ObtainMessageReached().obtainMessage(1).sendToTarget();
        new ObtainMessageUnreached().obtainMessage(1);

        Message.obtain(handler, new ObtainWithCallbackReached()).sendToTarget();
        Kept.last = new ObtainWithCallbackUnreached();

        Message message = new Message();
        message.setTarget(new SetTargetReached());
        message.sendToTarget();
        Kept.last = new SetTargetUnreached();

        Handler typed = new TypedAsHandlerReached();
        typed.sendEmptyMessage(1);
        Kept.last = new TypedAsHandlerUnreached();

        new Handler(new HandlerCallbackReached()).sendEmptyMessage(1);
        Kept.last = new HandlerCallbackUnreached();

        new Handler(Looper.getMainLooper(), new HandlerCallbackWithLooperReached()).sendEmptyMessage(1);
        Kept.last = new HandlerCallbackWithLooperUnreached();

        new DispatchMessageReached().sendEmptyMessage(1);
        Kept.last = new DispatchMessageUnreached();

        Looper.myQueue().addIdleHandler(new IdleHandlerReached());
        Kept.last = new IdleHandlerUnreached();

        new LooperPreparedReached().start();
        Kept.last = new LooperPreparedUnreached();

        new HandlerThreadRunReached().start();
        new HandlerThreadRunUnreached().quit();

        HandlerThread worker = new HandlerThread("worker");
        worker.start();
        new OnHandlerThreadReached(worker.getLooper()).sendEmptyMessage(1);
        Kept.last = new OnHandlerThreadUnreached(worker.getLooper());

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

    static class SendMessageReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageDelayedReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageDelayedUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageAtTimeReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageAtTimeUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageAtFrontReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendMessageAtFrontUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendEmptyReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendEmptyUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendEmptyDelayedReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendEmptyDelayedUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendEmptyAtTimeReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendEmptyAtTimeUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendToTargetReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SendToTargetUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class ObtainMessageReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class ObtainMessageUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
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

    static class SetTargetReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class SetTargetUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class TypedAsHandlerReached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class TypedAsHandlerUnreached extends Handler {
        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class HandlerCallbackReached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class HandlerCallbackUnreached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class HandlerCallbackWithLooperReached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class HandlerCallbackWithLooperUnreached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class DispatchMessageReached extends Handler {
        @Override
        public void dispatchMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class DispatchMessageUnreached extends Handler {
        @Override
        public void dispatchMessage(Message message) {
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

    static class OnHandlerThreadReached extends Handler {
        OnHandlerThreadReached(Looper looper) {
            super(looper);
        }

        @Override
        public void handleMessage(Message message) {
            Phone.it.getDeviceId();
        }
    }

    static class OnHandlerThreadUnreached extends Handler {
        OnHandlerThreadUnreached(Looper looper) {
            super(looper);
        }

        @Override
        public void handleMessage(Message message) {
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
