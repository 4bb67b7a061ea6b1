.class public Lorg/example/lambdas/Inherits;
.super Ljava/lang/Object;
.implements Lorg/example/lambdas/DefaultReached;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
