package com.android.volley;

public class Response {
    public interface Listener<T> { void onResponse(T response); }
    public interface ErrorListener { void onErrorResponse(Exception error); }
}
