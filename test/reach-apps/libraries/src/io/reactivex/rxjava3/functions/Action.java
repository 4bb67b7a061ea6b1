package io.reactivex.rxjava3.functions;

public interface Action {
    void run() throws Exception;
}
