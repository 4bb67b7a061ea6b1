.class public Lorg/example/lambdas/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Lorg/example/lambdas/Lambdas;
    invoke-direct {v0}, Lorg/example/lambdas/Lambdas;-><init>()V
    invoke-virtual {v0, p0}, Lorg/example/lambdas/Lambdas;->drive(Landroid/app/Activity;)V
    new-instance v0, Lorg/example/lambdas/Inherits;
    invoke-direct {v0}, Lorg/example/lambdas/Inherits;-><init>()V
    invoke-interface {v0}, Lorg/example/lambdas/DefaultReached;->act()V
    invoke-static {}, Lorg/example/lambdas/DefaultReached;->rest()V
    new-instance v1, Lorg/example/lambdas/Overrides;
    invoke-direct {v1}, Lorg/example/lambdas/Overrides;-><init>()V
    invoke-interface {v1}, Lorg/example/lambdas/DefaultUnreached;->act()V
    return-void
.end method
