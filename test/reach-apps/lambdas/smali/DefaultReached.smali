# An interface with a default and a static method.
.class public interface abstract Lorg/example/lambdas/DefaultReached;
.super Ljava/lang/Object;

.method public act()V
    .registers 2
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method public static rest()V
    .registers 2
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method
