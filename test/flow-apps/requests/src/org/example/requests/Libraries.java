package org.example.requests;

import android.util.Log;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.Observer;
import com.android.volley.Request;
import com.android.volley.RequestQueue;
import com.google.gson.Gson;
import io.reactivex.Observable;
import io.reactivex.functions.Consumer;
import io.reactivex.functions.Function;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;

/** What libraries take and hand on. */
class Libraries {
    private final Api api = new Retrofit().create(Api.class);
    private final RequestQueue queue = new RequestQueue();
    private final OkHttpClient client = new OkHttpClient();
    private final MutableLiveData<String> seen = new MutableLiveData<String>();
    private final MutableLiveData<String> unseen = new MutableLiveData<String>();

    void sentRetrofitQuery() {
        api.get(Main.phone.getDeviceId()).enqueue(null);
    }

    void sentRetrofitBody() {
        api.post(new Report(Main.phone.getDeviceId(), "x")).enqueue(null);
    }

    void sentRetrofitField() {
        String id = Main.phone.getDeviceId();
        api.field("plain", id).execute();
    }

    void keptRetrofitDescribe() {
        api.describe(Main.phone.getDeviceId());
    }

    void sentVolleyParams() {
        queue.add(new Params(Main.phone.getDeviceId()));
    }

    static class Params extends Request<String> {
        private final String id;

        Params(String id) {
            super(1, "https://example.org", null);
            this.id = id;
        }

        @Override
        protected Map<String, String> getParams() {
            Map<String, String> params = new HashMap<String, String>();
            params.put("id", id);
            return params;
        }
    }

    void keptVolleyKey() {
        queue.add(new Keyed(Main.phone.getDeviceId()));
    }

    static class Keyed extends Request<String> {
        private final String id;

        Keyed(String id) {
            super(0, "https://example.org", null);
            this.id = id;
        }

        @Override
        public String getCacheKey() {
            return id;
        }
    }

    void sentOkHttpHeader() {
        okhttp3.Request.Builder builder = new okhttp3.Request.Builder().url("https://example.org");
        builder.header("X-Id", Main.phone.getDeviceId());
        client.newCall(builder.build()).execute();
    }

    void sentOkHttpForm() {
        FormBody body = new FormBody.Builder().add("a", "b").add("id", Main.phone.getDeviceId()).build();
        client.newCall(new okhttp3.Request.Builder().url("https://example.org").post(body).build()).execute();
    }

    void keptOkHttpTag() {
        client.newCall(new okhttp3.Request.Builder().url("https://example.org").tag(Main.phone.getDeviceId()).build()).execute();
    }

    void sentLiveData() {
        seen.observeForever(new Observer<String>() {
            @Override
            public void onChanged(String value) {
                Log.d("x", value);
            }
        });
        seen.postValue(Main.phone.getDeviceId());
    }

    void keptLiveData() {
        unseen.observeForever(new Observer<String>() {
            @Override
            public void onChanged(String value) {
                if (value.isEmpty()) Log.d("x", "empty");
            }
        });
        unseen.postValue(Main.phone.getDeviceId());
    }

    void sentObservable() {
        Observable.just(Main.phone.getDeviceId())
                .map(new Function<String, String>() {
                    @Override
                    public String apply(String value) {
                        return value.trim();
                    }
                })
                .subscribe(new Consumer<String>() {
                    @Override
                    public void accept(String value) {
                        Log.i("x", value);
                    }
                });
    }

    void keptObservable() {
        Observable.just(Main.phone.getDeviceId())
                .map(new Function<String, String>() {
                    @Override
                    public String apply(String value) {
                        return "constant";
                    }
                })
                .subscribe(new Consumer<String>() {
                    @Override
                    public void accept(String value) {
                        Log.i("x", value);
                    }
                });
    }

    void sentGson() {
        Map<String, Object> all = new HashMap<String, Object>();
        all.put("report", new Report("x", Main.phone.getDeviceId()));
        Log.w("x", new Gson().toJson(all));
    }

    void keptGson() {
        Report report = new Report(Main.phone.getDeviceId(), "x");
        Log.w("x", new Gson().toJson(report.other));
    }
}
