package retrofit2.http;

import java.lang.annotation.*;

@Target(ElementType.METHOD) @Retention(RetentionPolicy.RUNTIME) public @interface GET { String value(); }
