package retrofit2.http;

import java.lang.annotation.*;

@Target(ElementType.PARAMETER) @Retention(RetentionPolicy.RUNTIME) public @interface Query { String value() default ""; }
