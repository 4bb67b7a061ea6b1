.class public interface abstract Lorg/example/lambdas/Action;
.super Ljava/lang/Object;

.method public abstract act()V
.end method
