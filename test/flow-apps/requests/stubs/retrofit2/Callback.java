package retrofit2;

public interface Callback<T> { void onResponse(Call<T> call, Object response); void onFailure(Call<T> call, Throwable error); }
