package com.jeremyliao.liveeventbus;

import com.jeremyliao.liveeventbus.core.Observable;

public final class LiveEventBus {
    public static <T> Observable<T> get(String key, Class<T> type) { return null; }
}
