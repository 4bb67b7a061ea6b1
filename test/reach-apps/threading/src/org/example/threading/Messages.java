package org.example.threading;

import android.app.Activity;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.os.Message;
import android.os.Messenger;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Messages {
    static void drive(Activity host) {
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

        new Handler(new CallbackSentReached()).obtainMessage(1).sendToTarget();
        new Handler(new CallbackObtainedUnreached()).obtainMessage(1);
        Kept.last = new Messenger(new Handler(new CallbackRemoteReached())).getBinder();

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

        HandlerThread worker = new HandlerThread("worker");
        worker.start();
        new OnHandlerThreadReached(worker.getLooper()).sendEmptyMessage(1);
        Kept.last = new OnHandlerThreadUnreached(worker.getLooper());
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

    static class CallbackSentReached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    static class CallbackObtainedUnreached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return true;
        }
    }

    static class CallbackRemoteReached implements Handler.Callback {
        @Override
        public boolean handleMessage(Message message) {
            Phone.it.getDeviceId();
            return true;
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
}
