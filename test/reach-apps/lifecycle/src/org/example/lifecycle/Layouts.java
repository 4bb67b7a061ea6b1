package org.example.lifecycle;

import android.app.Activity;
import android.app.Dialog;
import android.content.Context;
import android.graphics.Canvas;
import android.os.Bundle;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;
import org.example.reach.Kept;
import org.example.reach.Phone;

public class Layouts extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.screen);
        addContentView(new InCodeReached(this), null);
        Kept.last = InCodeUnreached.class;
        new ShownReached(this).show();
        Kept.last = ShownUnreached.class;
        Kept.last = new BuiltUnreached(this);
    }

    @Override
    protected Dialog onCreateDialog(int id) {
        return new GivenReached(this);
    }

    public void reachedByLayout(View view) {
        Phone.it.getDeviceId();
    }

    /** Has a click handler's shape; no layout names it. */
    public void unreachedByLayout(View view) {
        Phone.it.getDeviceId();
    }

    public static class AsAttributeReached extends View {
        public AsAttributeReached(Context context, AttributeSet attributes) {
            super(context, attributes);
        }

        @Override
        protected void onAttachedToWindow() {
            super.onAttachedToWindow();
            Phone.it.getDeviceId();
        }
    }

    public static class InNoLayoutUnreached extends View {
        public InNoLayoutUnreached(Context context, AttributeSet attributes) {
            super(context, attributes);
            Phone.it.getDeviceId();
        }

        @Override
        protected void onDraw(Canvas canvas) {
            Phone.it.getDeviceId();
        }
    }

    static class InCodeReached extends View {
        InCodeReached(Context context) {
            super(context);
        }

        @Override
        public boolean onTouchEvent(MotionEvent event) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class InCodeUnreached extends View {
        InCodeUnreached(Context context) {
            super(context);
        }

        @Override
        public boolean onTouchEvent(MotionEvent event) {
            Phone.it.getDeviceId();
            return false;
        }
    }

    static class ShownReached extends Dialog {
        ShownReached(Context context) {
            super(context);
        }

        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }
    }

    static class BuiltUnreached extends Dialog {
        BuiltUnreached(Context context) {
            super(context);
        }

        @Override
        protected void onStart() {
            Phone.it.getDeviceId();
        }
    }

    static class GivenReached extends Dialog {
        GivenReached(Context context) {
            super(context);
        }

        @Override
        protected void onStart() {
            Phone.it.getDeviceId();
        }
    }

    static class ShownUnreached extends Dialog {
        ShownUnreached(Context context) {
            super(context);
        }

        @Override
        protected void onCreate(Bundle state) {
            super.onCreate(state);
            Phone.it.getDeviceId();
        }
    }
}
