package org.example.unpacked;

import android.os.Bundle;
import androidx.appcompat.app.AppCompatActivity;
import androidx.lifecycle.DefaultLifecycleObserver;
import androidx.lifecycle.LifecycleOwner;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import androidx.lifecycle.ViewModelProvider;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;
import org.example.reach.Phone;

/** Libraries that are not in the build: of their types only the names stand in the code. */
public class Home extends AppCompatActivity {
    private final MutableLiveData<String> data = new MutableLiveData<String>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getLifecycle().addObserver(new Watch());
        new OtherWatch();
        new Binding();
        data.observe(this, new Observer<String>() {
            @Override
            public void onChanged(String value) {
                reachedEarlyWhenTold();
            }
        });
        data.setValue("value");
        new Observer<String>() {
            @Override
            public void onChanged(String value) {
                unreachedObserver();
            }
        }.hashCode();
        WorkManager.getInstance(this).enqueue(new OneTimeWorkRequest.Builder(Work.class).build());
        new ViewModelProvider(this).get(Model.class).load();
        getSupportFragmentManager().beginTransaction().replace(1, new Page()).commit();
        new Question().show(getSupportFragmentManager(), "question");
    }

    static class Watch implements DefaultLifecycleObserver {
        @Override
        public void onStart(LifecycleOwner owner) {
            reachedByLifecycle();
        }

        private void reachedByLifecycle() { Phone.it.getDeviceId(); }
    }

    static class OtherWatch implements DefaultLifecycleObserver {
        @Override
        public void onStart(LifecycleOwner owner) {
            unreachedByLifecycle();
        }

        private void unreachedByLifecycle() { Phone.it.getDeviceId(); }
    }

    private void reachedEarlyWhenTold() { Phone.it.getDeviceId(); }
    private void unreachedObserver() { Phone.it.getDeviceId(); }
}
