package org.example.carriers;

import android.util.Log;
import android.view.View;

/** Looks at the tags of views of its own. */
class OtherTags {
    void show(View view) { Log.d("other", "" + view.getTag(Tags.OTHER)); }
}
