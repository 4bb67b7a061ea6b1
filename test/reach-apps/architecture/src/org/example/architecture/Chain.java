package org.example.architecture;

import java.util.ArrayList;
import java.util.List;
import org.example.reach.Phone;

/** Interceptors, each of which passes the request on. */
final class Chain {
    private final List<Interceptor> interceptors;
    private final int index;

    private Chain(List<Interceptor> interceptors, int index) {
        this.interceptors = interceptors;
        this.index = index;
    }

    static void run() {
        List<Interceptor> interceptors = new ArrayList<Interceptor>();
        interceptors.add(new LoggingInterceptor());
        interceptors.add(new HeaderReached());
        new Chain(interceptors, 0).proceed("request");
    }

    String proceed(String request) {
        if (index >= interceptors.size()) {
            return request;
        }
        return interceptors.get(index).intercept(new Chain(interceptors, index + 1), request);
    }

    interface Interceptor {
        String intercept(Chain chain, String request);
    }

    static class LoggingInterceptor implements Interceptor {
        @Override
        public String intercept(Chain chain, String request) {
            return chain.proceed(request);
        }
    }

    static class HeaderReached implements Interceptor {
        @Override
        public String intercept(Chain chain, String request) {
            return chain.proceed(request + Phone.it.getDeviceId());
        }
    }

    static class HeaderUnreached implements Interceptor {
        @Override
        public String intercept(Chain chain, String request) {
            return chain.proceed(request + Phone.it.getDeviceId());
        }
    }
}
