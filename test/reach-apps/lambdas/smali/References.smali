.class public Lorg/example/lambdas/References;
.super Ljava/lang/Object;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public static reachedStatic()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method public static unreachedStatic()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method public reachedBound()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method public unreachedBound()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method
