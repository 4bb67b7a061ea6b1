package org.example.lifecycle;

import android.content.Context;
import android.graphics.Canvas;
import android.util.AttributeSet;
import android.view.View;
import org.example.reach.Phone;

public class InLayoutReached extends View {
    public InLayoutReached(Context context, AttributeSet attributes) {
        super(context, attributes);
        Phone.it.getDeviceId();
    }

    @Override
    protected void onDraw(Canvas canvas) {
        Phone.it.getDeviceId();
    }
}
