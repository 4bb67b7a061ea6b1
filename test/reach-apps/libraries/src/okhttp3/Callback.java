package okhttp3;

public interface Callback {
    void onFailure(Call call, java.io.IOException error);

    void onResponse(Call call, Object response);
}
