package com.google.gson;

public class Gson { public String toJson(Object value) { return null; } }
