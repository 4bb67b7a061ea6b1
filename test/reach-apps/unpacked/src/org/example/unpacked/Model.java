package org.example.unpacked;

import androidx.lifecycle.ViewModel;
import org.example.reach.Phone;

public class Model extends ViewModel {
    void load() {
        reachedByModel();
    }

    @Override
    protected void onCleared() {
        reachedWhenCleared();
    }

    private void reachedByModel() { Phone.it.getDeviceId(); }
    private void reachedWhenCleared() { Phone.it.getDeviceId(); }

    public static class Other extends ViewModel {
        @Override
        protected void onCleared() {
            unreachedWhenCleared();
        }

        private void unreachedWhenCleared() { Phone.it.getDeviceId(); }
    }
}
