package org.example.unpacked;

import androidx.databinding.ViewDataBinding;
import org.example.reach.Phone;

/** What data binding generates for a layout. */
class Binding extends ViewDataBinding {
    @Override
    protected void executeBindings() { reachedEarlyByBinding(); }

    @Override
    public void unbind() { unreachedUnbinding(); }

    private void reachedEarlyByBinding() { Phone.it.getDeviceId(); }

    private void unreachedUnbinding() { Phone.it.getDeviceId(); }
}
