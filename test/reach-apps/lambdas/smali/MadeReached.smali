.class public Lorg/example/lambdas/MadeReached;
.super Ljava/lang/Object;

.method public constructor <init>()V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method
