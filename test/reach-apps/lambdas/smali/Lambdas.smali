.class public Lorg/example/lambdas/Lambdas;
.super Ljava/lang/Object;

.field private kept:Ljava/lang/Runnable;

.field private idle:Ljava/lang/Runnable;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public drive(Landroid/app/Activity;)V
    .registers 8
    new-instance v2, Landroid/os/Handler;
    invoke-direct {v2}, Landroid/os/Handler;-><init>()V
    new-instance v3, Landroid/view/View;
    invoke-direct {v3, p1}, Landroid/view/View;-><init>(Landroid/content/Context;)V

    # Lambda without captures in a thread, reached
    invoke-custom {}, site_1("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->reachedInThread()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    new-instance v1, Ljava/lang/Thread;
    invoke-direct {v1, v0}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->start()V

    # Lambda without captures in a thread, unreached
    invoke-custom {}, site_2("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->unreachedInThread()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    new-instance v1, Ljava/lang/Thread;
    invoke-direct {v1, v0}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->isAlive()Z

    # Lambda that captures its object, posted, reached
    invoke-custom {p0}, site_3("run", (Lorg/example/lambdas/Lambdas;)Ljava/lang/Runnable;, ()V, invoke-direct@Lorg/example/lambdas/Lambdas;->reachedCaptured()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-virtual {v2, v0}, Landroid/os/Handler;->post(Ljava/lang/Runnable;)Z

    # Lambda that captures its object, posted, unreached
    invoke-custom {p0}, site_4("run", (Lorg/example/lambdas/Lambdas;)Ljava/lang/Runnable;, ()V, invoke-direct@Lorg/example/lambdas/Lambdas;->unreachedCaptured()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-virtual {v2, v0}, Landroid/os/Handler;->removeCallbacks(Ljava/lang/Runnable;)V

    # Listener, reached
    invoke-custom {}, site_5("onClick", ()Landroid/view/View$OnClickListener;, (Landroid/view/View;)V, invoke-static@Lorg/example/lambdas/Lambdas;->reachedByClick(Landroid/view/View;)V, (Landroid/view/View;)V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-virtual {v3, v0}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V

    # Listener, unreached
    invoke-custom {}, site_6("onClick", ()Landroid/view/View$OnClickListener;, (Landroid/view/View;)V, invoke-static@Lorg/example/lambdas/Lambdas;->unreachedByClick(Landroid/view/View;)V, (Landroid/view/View;)V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    sput-object v0, Lorg/example/reach/Kept;->last:Ljava/lang/Object;

    # Reference to a static method, reached
    invoke-custom {}, site_7("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/References;->reachedStatic()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    new-instance v1, Ljava/lang/Thread;
    invoke-direct {v1, v0}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->start()V

    # Reference to a static method, unreached
    invoke-custom {}, site_8("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/References;->unreachedStatic()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    new-instance v1, Ljava/lang/Thread;
    invoke-direct {v1, v0}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->isAlive()Z

    # Reference to a method of an object, reached
    new-instance v4, Lorg/example/lambdas/References;
    invoke-direct {v4}, Lorg/example/lambdas/References;-><init>()V
    invoke-custom {v4}, site_9("run", (Lorg/example/lambdas/References;)Ljava/lang/Runnable;, ()V, invoke-instance@Lorg/example/lambdas/References;->reachedBound()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-virtual {v2, v0}, Landroid/os/Handler;->post(Ljava/lang/Runnable;)Z

    # Reference to a method of an object, unreached
    new-instance v4, Lorg/example/lambdas/References;
    invoke-direct {v4}, Lorg/example/lambdas/References;-><init>()V
    invoke-custom {v4}, site_10("run", (Lorg/example/lambdas/References;)Ljava/lang/Runnable;, ()V, invoke-instance@Lorg/example/lambdas/References;->unreachedBound()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    sput-object v0, Lorg/example/reach/Kept;->last:Ljava/lang/Object;

    # Interface of the app, reached
    invoke-custom {}, site_11("act", ()Lorg/example/lambdas/Action;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->reachedByInterface()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-interface {v0}, Lorg/example/lambdas/Action;->act()V

    # Interface of the app, unreached
    invoke-custom {}, site_12("act", ()Lorg/example/lambdas/Action;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->unreachedByInterface()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    sput-object v0, Lorg/example/reach/Kept;->last:Ljava/lang/Object;

    # Reference to a constructor, reached
    invoke-custom {}, site_13("call", ()Ljava/util/concurrent/Callable;, ()Ljava/lang/Object;, invoke-constructor@Lorg/example/lambdas/MadeReached;-><init>()V, ()Lorg/example/lambdas/MadeReached;)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-interface {v0}, Ljava/util/concurrent/Callable;->call()Ljava/lang/Object;

    # Reference to a constructor, unreached
    invoke-custom {}, site_14("call", ()Ljava/util/concurrent/Callable;, ()Ljava/lang/Object;, invoke-constructor@Lorg/example/lambdas/MadeUnreached;-><init>()V, ()Lorg/example/lambdas/MadeUnreached;)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    sput-object v0, Lorg/example/reach/Kept;->last:Ljava/lang/Object;

    # Through a field, reached
    invoke-custom {}, site_15("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->reachedThroughField()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    iput-object v0, p0, Lorg/example/lambdas/Lambdas;->kept:Ljava/lang/Runnable;
    iget-object v0, p0, Lorg/example/lambdas/Lambdas;->kept:Ljava/lang/Runnable;
    invoke-interface {v0}, Ljava/lang/Runnable;->run()V

    # Through a field, unreached
    invoke-custom {}, site_16("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->unreachedThroughField()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    iput-object v0, p0, Lorg/example/lambdas/Lambdas;->idle:Ljava/lang/Runnable;

    # Passed through two calls, reached
    invoke-custom {}, site_17("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->reachedPassed()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-static {v0}, Lorg/example/lambdas/Lambdas;->first(Ljava/lang/Runnable;)V

    # Passed through two calls, unreached
    invoke-custom {}, site_18("run", ()Ljava/lang/Runnable;, ()V, invoke-static@Lorg/example/lambdas/Lambdas;->unreachedPassed()V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v0
    invoke-static {v0}, Lorg/example/lambdas/Lambdas;->drop(Ljava/lang/Runnable;)V

    return-void
.end method

.method private static first(Ljava/lang/Runnable;)V
    .registers 1
    invoke-static {p0}, Lorg/example/lambdas/Lambdas;->second(Ljava/lang/Runnable;)V
    return-void
.end method

.method private static second(Ljava/lang/Runnable;)V
    .registers 1
    invoke-interface {p0}, Ljava/lang/Runnable;->run()V
    return-void
.end method

.method private static drop(Ljava/lang/Runnable;)V
    .registers 1
    return-void
.end method

.method private static synthetic reachedInThread()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic unreachedInThread()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private synthetic reachedCaptured()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private synthetic unreachedCaptured()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic reachedByClick(Landroid/view/View;)V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic unreachedByClick(Landroid/view/View;)V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic reachedByInterface()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic unreachedByInterface()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic reachedThroughField()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic unreachedThroughField()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic reachedPassed()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method

.method private static synthetic unreachedPassed()V
    .registers 6
    sget-object v0, Lorg/example/reach/Phone;->it:Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    return-void
.end method
