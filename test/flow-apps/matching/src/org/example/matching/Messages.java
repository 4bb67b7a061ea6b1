package org.example.matching;

import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.util.Log;

/** Messages: what is in one field of them is not in another, and nothing of it stays with the handler. */
class Messages {
    private static class ObjectHandler extends Handler {
        @Override
        public void handleMessage(Message message) {
            Log.d("x", (String) message.obj);
        }
    }

    private static class CodeHandler extends Handler {
        @Override
        public void handleMessage(Message message) {
            Log.d("x", "code " + message.what + " of " + message.arg2);
        }
    }

    private static class NumberHandler extends Handler {
        @Override
        public void handleMessage(Message message) {
            Log.d("x", "number " + message.arg1);
        }
    }

    private static class BundleHandler extends Handler {
        @Override
        public void handleMessage(Message message) {
            Log.d("x", message.getData().getString("id"));
        }
    }

    private final Handler objects = new ObjectHandler();
    private final Handler codes = new CodeHandler();
    private final Handler numbers = new NumberHandler();
    private final Handler bundles = new BundleHandler();

    void sentObject() {
        objects.sendMessage(objects.obtainMessage(1, Main.phone.getDeviceId()));
    }

    void keptObject() {
        codes.sendMessage(codes.obtainMessage(1, Main.phone.getDeviceId()));
    }

    void sentNumber() {
        numbers.sendMessage(numbers.obtainMessage(1, Integer.parseInt(Main.phone.getDeviceId()), 0));
    }

    void keptNumber() {
        codes.sendMessage(codes.obtainMessage(1, Integer.parseInt(Main.phone.getDeviceId()), 0));
    }

    void sentBundle() {
        Bundle data = new Bundle();
        data.putString("id", Main.phone.getDeviceId());
        Message message = Message.obtain();
        message.setData(data);
        bundles.sendMessage(message);
    }

    private static class Job {
        String id;
        Handler handler;

        void done() {
            handler.sendMessage(handler.obtainMessage(2, this));
            handler.sendEmptyMessage(3);
        }
    }

    void keptBesideHandler() {
        Job job = new Job();
        job.handler = codes;
        job.id = Main.phone.getDeviceId();
        job.done();
    }
}
