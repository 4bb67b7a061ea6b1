package org.example.requests;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

interface Api {
    @GET("get") Call<String> get(@Query("id") String id);

    @POST("post") Call<String> post(@Body Report report);

    @POST("field") Call<String> field(@Field("a") String plain, @Field("b") String id);

    /** No request. */
    String describe(String id);
}
