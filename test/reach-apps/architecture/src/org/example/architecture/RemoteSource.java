package org.example.architecture;

import org.example.reach.Phone;

class RemoteSource implements Repository.Source {
    @Override
    public String read() {
        return reachedByRepository();
    }

    private String reachedByRepository() {
        return Phone.it.getDeviceId();
    }

    /** Was the source once; nobody makes one any more. */
    static class CachedSourceUnreached implements Repository.Source {
        @Override
        public String read() {
            return Phone.it.getDeviceId();
        }
    }
}
