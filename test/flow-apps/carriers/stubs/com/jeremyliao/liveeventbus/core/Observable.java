package com.jeremyliao.liveeventbus.core;

import androidx.lifecycle.Observer;

public interface Observable<T> {
    void post(T value);

    void observeForever(Observer<T> observer);
}
