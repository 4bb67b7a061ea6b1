package com.getcapacitor;

public class Plugin {
    public void load() {}
}
