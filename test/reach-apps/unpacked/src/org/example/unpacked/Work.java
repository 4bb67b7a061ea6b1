package org.example.unpacked;

import androidx.work.Worker;
import org.example.reach.Phone;

public class Work extends Worker {
    @Override
    public Result doWork() {
        reachedBehindWork();
        return Result.success();
    }

    @Override
    public void onStopped() {
        reachedWhenStopped();
    }

    private void reachedBehindWork() { Phone.it.getDeviceId(); }
    private void reachedWhenStopped() { Phone.it.getDeviceId(); }

    public static class Other extends Worker {
        @Override
        public Result doWork() {
            unreachedWork();
            return Result.success();
        }

        private void unreachedWork() { Phone.it.getDeviceId(); }
    }
}
