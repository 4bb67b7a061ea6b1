package okhttp3;

public interface Call { Object execute(); }
