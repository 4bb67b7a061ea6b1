.class public Lorg/example/lambdas/Overrides;
.super Ljava/lang/Object;
.implements Lorg/example/lambdas/DefaultUnreached;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public act()V
    .registers 1
    return-void
.end method
