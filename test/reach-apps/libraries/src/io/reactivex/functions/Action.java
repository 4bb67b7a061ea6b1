package io.reactivex.functions;

public interface Action {
    void run() throws Exception;
}
