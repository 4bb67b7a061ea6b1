package retrofit2;

public class Retrofit { public <T> T create(Class<T> service) { return null; } }
