package org.example.threading;

import android.app.Activity;
import android.os.CountDownTimer;
import android.view.Choreographer;
import java.util.Date;
import java.util.Timer;
import java.util.TimerTask;
import org.example.reach.Kept;
import org.example.reach.Phone;

final class Timers {
    static void drive(Activity host) {
        Timer timer = new Timer();
        timer.schedule(new ScheduleReached(), 1000);
        Kept.last = new ScheduleUnreached();

        timer.schedule(new ScheduleRepeatedReached(), 1000, 1000);
        new ScheduleRepeatedUnreached().cancel();

        timer.schedule(new ScheduleAtDateReached(), new Date());
        Kept.last = new ScheduleAtDateUnreached();

        timer.scheduleAtFixedRate(new FixedRateReached(), 1000, 1000);
        Kept.last = new FixedRateUnreached();

        new CountDownTickReached().start();
        new CountDownTickUnreached().cancel();

        new CountDownFinishReached().start();
        Kept.last = new CountDownFinishUnreached();

        Choreographer.getInstance().postFrameCallback(new FrameCallbackReached());
        Kept.last = new FrameCallbackUnreached();
    }

    static class ScheduleReached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleUnreached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleRepeatedReached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleRepeatedUnreached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleAtDateReached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class ScheduleAtDateUnreached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FixedRateReached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class FixedRateUnreached extends TimerTask {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class CountDownTickReached extends CountDownTimer {
        CountDownTickReached() {
            super(1000, 100);
        }

        @Override
        public void onTick(long left) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onFinish() {}
    }

    static class CountDownTickUnreached extends CountDownTimer {
        CountDownTickUnreached() {
            super(1000, 100);
        }

        @Override
        public void onTick(long left) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onFinish() {}
    }

    static class CountDownFinishReached extends CountDownTimer {
        CountDownFinishReached() {
            super(1000, 100);
        }

        @Override
        public void onFinish() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onTick(long left) {}
    }

    static class CountDownFinishUnreached extends CountDownTimer {
        CountDownFinishUnreached() {
            super(1000, 100);
        }

        @Override
        public void onFinish() {
            Phone.it.getDeviceId();
        }

        @Override
        public void onTick(long left) {}
    }

    static class FrameCallbackReached implements Choreographer.FrameCallback {
        @Override
        public void doFrame(long nanos) {
            Phone.it.getDeviceId();
        }
    }

    static class FrameCallbackUnreached implements Choreographer.FrameCallback {
        @Override
        public void doFrame(long nanos) {
            Phone.it.getDeviceId();
        }
    }
}
