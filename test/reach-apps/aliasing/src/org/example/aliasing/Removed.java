package org.example.aliasing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.example.reach.Phone;

/** What collections are only asked for, or rid of. */
final class Removed {
    interface Job {
        void run();
    }

    private Removed() {}

    static void drive() {
        List<Job> jobs = new ArrayList<Job>();
        Set<Job> known = new HashSet<Job>();
        jobs.add(new AddedReached());
        jobs.remove(new RemovedUnreached());
        if (!known.contains(new AskedUnreached())) known.add(new KnownReached());
        for (Job job : jobs) job.run();
        for (Job job : known) job.run();
    }

    static class AddedReached implements Job {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class RemovedUnreached implements Job {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class AskedUnreached implements Job {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }

    static class KnownReached implements Job {
        @Override
        public void run() {
            Phone.it.getDeviceId();
        }
    }
}
