package com.squareup.otto;

public class Bus {
    public void register(Object subscriber) {}

    public void post(Object event) {}

    public static Bus getDefault() { return new Bus(); }
}
