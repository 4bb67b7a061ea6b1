package org.example.libraries;

import android.app.Activity;
import com.amap.api.location.AMapLocationClient;
import com.amap.api.location.AMapLocationListener;
import com.google.android.gms.tasks.OnCompleteListener;
import com.google.android.gms.tasks.OnSuccessListener;
import com.google.android.gms.tasks.Task;
import io.flutter.plugin.common.MethodChannel;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;
import rx.Observable;
import rx.Subscriber;
import rx.functions.Action1;

final class Clients {
    static void drive(Activity host) {
        new OkHttpClient().newCall("request").enqueue(new ResponseReached());
        new OkHttpClient().newCall("request").cancel();
        Kept.last = new ResponseUnreached();

        new OkHttpClient.Builder().addInterceptor(new InterceptorReached()).build();
        Kept.last = new InterceptorUnreached();

        Task<String> task = Given.of(host);
        task.addOnSuccessListener(new SuccessReached());
        Kept.last = new SuccessUnreached();

        task.addOnCompleteListener(new CompleteReached());
        Kept.last = new CompleteUnreached();

        Observable<String> source = Observable.create(new OldRxSourceReached());
        Kept.last = new OldRxSourceUnreached();

        source.subscribe(new OldRxActionReached());
        Kept.last = new OldRxActionUnreached();

        new AMapLocationClient().setLocationListener(new AmapReached());
        new AMapLocationClient().startLocation();
        Kept.last = new AmapUnreached();

        new MethodChannel().setMethodCallHandler(new ChannelReached());
        Kept.last = new ChannelUnreached();

        EventBus.getDefault().register(new EventReached());
        Kept.last = EventUnreached.class;
    }

    static class ResponseReached implements Callback {
        @Override
        public void onResponse(Call call, Object response) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onFailure(Call call, IOException error) {}
    }

    static class ResponseUnreached implements Callback {
        @Override
        public void onResponse(Call call, Object response) {
            Phone.it.getDeviceId();
        }

        @Override
        public void onFailure(Call call, IOException error) {}
    }

    static class InterceptorReached implements Interceptor {
        @Override
        public Object intercept(Object chain) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class InterceptorUnreached implements Interceptor {
        @Override
        public Object intercept(Object chain) {
            Phone.it.getDeviceId();
            return null;
        }
    }

    static class SuccessReached implements OnSuccessListener<String> {
        @Override
        public void onSuccess(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class SuccessUnreached implements OnSuccessListener<String> {
        @Override
        public void onSuccess(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class CompleteReached implements OnCompleteListener<String> {
        @Override
        public void onComplete(Task<String> task) {
            Phone.it.getDeviceId();
        }
    }

    static class CompleteUnreached implements OnCompleteListener<String> {
        @Override
        public void onComplete(Task<String> task) {
            Phone.it.getDeviceId();
        }
    }

    static class OldRxSourceReached implements Observable.OnSubscribe<String> {
        @Override
        public void call(Subscriber<? super String> subscriber) {
            Phone.it.getDeviceId();
        }
    }

    static class OldRxSourceUnreached implements Observable.OnSubscribe<String> {
        @Override
        public void call(Subscriber<? super String> subscriber) {
            Phone.it.getDeviceId();
        }
    }

    static class OldRxActionReached implements Action1<String> {
        @Override
        public void call(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class OldRxActionUnreached implements Action1<String> {
        @Override
        public void call(String value) {
            Phone.it.getDeviceId();
        }
    }

    static class AmapReached implements AMapLocationListener {
        @Override
        public void onLocationChanged(Object location) {
            Phone.it.getDeviceId();
        }
    }

    static class AmapUnreached implements AMapLocationListener {
        @Override
        public void onLocationChanged(Object location) {
            Phone.it.getDeviceId();
        }
    }

    static class ChannelReached implements MethodChannel.MethodCallHandler {
        @Override
        public void onMethodCall(Object call, Object result) {
            Phone.it.getDeviceId();
        }
    }

    static class ChannelUnreached implements MethodChannel.MethodCallHandler {
        @Override
        public void onMethodCall(Object call, Object result) {
            Phone.it.getDeviceId();
        }
    }

    static class EventReached {
        @Subscribe
        public void onEvent(String event) {
            Phone.it.getDeviceId();
        }
    }

    static class EventUnreached {
        @Subscribe
        public void onEvent(String event) {
            Phone.it.getDeviceId();
        }
    }
}
