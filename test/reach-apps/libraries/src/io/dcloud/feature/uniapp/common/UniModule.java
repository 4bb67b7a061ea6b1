package io.dcloud.feature.uniapp.common;

public abstract class UniModule {}
